/* Leads from an address that a name or a day once had to its line in the index, or its place on the timeline.
   Only the page for addresses that are not there loads this. It knows rules, no list: the first page that has the anchor is it. */
(function () {
  "use strict";
  var scope = window.__md_scope, MOST = 100;
  if (!scope || !location.pathname.startsWith(scope.pathname)) return;
  var asked = location.pathname.slice(scope.pathname.length);
  var isFile = asked.endsWith(".html");
  var path = asked.replace(/(\.html|\/)$/, "");

  function address(page) {
    return new URL(isFile ? page + ".html" : page.replace(/(^|\/)index$/, "$1").replace(/([^/])$/, "$1/"), scope).href;
  }
  /* Page `number` of a list that goes on over several. */
  function continued(page, number) {
    if (number === 1) return page;
    return page.endsWith("/index") ? page.replace(/index$/, "pages/" + number) : page + "/page-" + number;
  }
  function places() {
    var day = /^timeline\/days\/((\d{3})\d-\d\d)-\d\d$/.exec(path);
    if (day) return { anchor: "d" + path.slice(-10), pages: [day[1], day[1].slice(0, 4), day[2] + "0s", "index"].map(function (part) { return "timeline/" + part; }) };
    var year = /^timeline\/((\d{3})\d)(\/page-\d+)?$/.exec(path);
    if (year) return { anchor: "y" + year[1], pages: ["timeline/" + year[1], "timeline/" + year[2] + "0s", "timeline/index"] };
    var name = /^(people|organizations|places|events)\/([a-z0-9-]+)(\/mentions-\d+)?$/.exec(path);
    if (!name) return null;
    var letters = name[2].replace(/-/g, "");
    return {
      anchor: "n-" + name[2],
      pages: ["index", "by-letter/" + letters.slice(0, 2), "by-letter/" + letters.slice(0, 1), "by-letter/other"].map(function (part) { return name[1] + "/" + part; })
    };
  }
  async function seek(found) {
    for (var page of found.pages) {
      for (var number = 1; number <= MOST; number += 1) {
        var target = address(continued(page, number));
        var answer = await fetch(target);
        if (!answer.ok) break;
        if ((await answer.text()).includes('id="' + found.anchor + '"')) return location.replace(target + "#" + found.anchor);
      }
    }
    return null;
  }
  var found = places();
  if (found) seek(found).catch(function () { /* The page says what there is to say. */ });
})();
