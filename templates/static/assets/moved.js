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
  /* A stretch of the timeline is now in a longer one, or in several shorter: a decade in years, a year in months. */
  function stretch(asked, year, decade) {
    var shorter = [];
    for (var number = 0; number <= 12; number += 1) {
      if (!year && number < 10) shorter.push(decade + number);
      if (asked === year && number) shorter.push(year + "-" + String(number).padStart(2, "0"));
    }
    var pages = [year, decade + "0s", "index"].concat(shorter).filter(function (name) { return name && name !== asked; });
    return { anchor: "y" + (year ? asked : decade), isWhole: Boolean(year), pages: pages.map(function (name) { return "timeline/" + name; }) };
  }
  function places() {
    var day = /^timeline\/days\/((\d{3})\d-\d\d)-\d\d$/.exec(path);
    if (day) return { anchor: "d" + path.slice(-10), pages: [day[1], day[1].slice(0, 4), day[2] + "0s", "index"].map(function (part) { return "timeline/" + part; }) };
    var part = /^timeline\/((?:(\d{3}\d)(?:-\d\d)?|\d{3}0s))(?:\/page-\d+)?$/.exec(path);
    if (part) return stretch(part[1], part[2], part[1].slice(0, 3));
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
        var place = RegExp('id="(' + found.anchor + (found.isWhole === false ? "[^\"]*" : "") + ')"').exec(await answer.text());
        if (place) return location.replace(target + "#" + place[1]);
      }
    }
    return null;
  }
  var found = places();
  if (found) seek(found).catch(function () { /* The page says what there is to say. */ });
})();
