/* Names for what Material leaves without one, for readers who hear the page. Everything works without this. */
(function () {
  "use strict";
  var search = document.querySelector(".md-search");
  if (search) search.setAttribute("aria-label", "Search");
  document.querySelectorAll(".md-typeset__scrollwrap").forEach(function (table) {
    table.tabIndex = 0;
    table.setAttribute("role", "region");
    table.setAttribute("aria-label", "Table");
  });
  /* A link to what was cut opens the panel that holds it. */
  function open() {
    var target = location.hash && document.getElementById(location.hash.slice(1));
    var panel = target && target.closest("details");
    if (panel && !panel.open) { panel.open = true; target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", open);
  open();
})();
