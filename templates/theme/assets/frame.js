{%- import "partials/language.html" as lang with context -%}
{#- What Material writes into each page, once, and what works with a script only:
    the reader's colours, the search with its words. It stands in the header, so that all is there before the first paint. -#}
(function () {
  "use strict";
  var scope = new URL("..", document.currentScript.src);
  window.__md_scope = {% if config.extra.scope %}new URL({{ config.extra.scope | tojson }}, location){% else %}scope{% endif %};
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, one) { return (sum << 5) - sum + one.charCodeAt(0); }, 0);
  };
  window.__md_get = function (key, storage, at) {
    return JSON.parse((storage || localStorage).getItem((at || window.__md_scope).pathname + "." + key));
  };
  window.__md_set = function (key, value, storage, at) {
    try { (storage || localStorage).setItem((at || window.__md_scope).pathname + "." + key, JSON.stringify(value)); } catch (full) { /* not kept */ }
  };

  var here = document.currentScript;
  here.insertAdjacentHTML("beforebegin", {% set tools %}{% include "partials/tools.html" %}{% endset %}{{ tools | tojson }});

  var palette = null;
  try { palette = window.__md_get("__palette"); } catch (closed) { /* no storage: the colours of the system */ }
  if (palette && palette.color) {
    var color = palette.color;
    if (color.media === "(prefers-color-scheme)") {
      var light = matchMedia("(prefers-color-scheme: light)").matches ? "light" : "dark";
      var input = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + light + ")']");
      ["media", "scheme", "primary", "accent"].forEach(function (key) {
        if (input) color[key] = input.getAttribute("data-md-color-" + key);
      });
    }
    Object.keys(color).forEach(function (key) { document.body.setAttribute("data-md-color-" + key, color[key]); });
  }

  window.briefsWords = {{ (config.theme.briefs_words or {}) | tojson }};

  var config = {{ {
    "features": config.theme.features or [],
    "translations": {
      "clipboard.copy": lang.t("clipboard.copy"),
      "clipboard.copied": lang.t("clipboard.copied"),
      "search.result.placeholder": lang.t("search.result.placeholder"),
      "search.result.none": lang.t("search.result.none"),
      "search.result.one": lang.t("search.result.one"),
      "search.result.other": lang.t("search.result.other"),
      "search.result.more.one": lang.t("search.result.more.one"),
      "search.result.more.other": lang.t("search.result.more.other"),
      "search.result.term.missing": lang.t("search.result.term.missing"),
      "select.version": lang.t("select.version")
    },
    "annotate": config.extra.annotate or none,
    "tags": config.extra.tags or none,
    "version": (config.extra.version or none) if not config.plugins.mike or config.plugins.mike.config.version_selector else none
  } | tojson }};
  config.base = scope.href;
  config.search = new URL({{ config.theme.search_worker | tojson }}, scope).href;
  var told = document.createElement("script");
  told.id = "__config";
  told.type = "application/json";
  told.textContent = JSON.stringify(config);
  document.head.appendChild(told);

  document.addEventListener("DOMContentLoaded", function () {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.name) target.checked = target.name.startsWith("__tabbed_");
{%- if "content.tabs.link" in config.theme.features %}
    var tabs = window.__md_get("__tabs");
    document.querySelectorAll(".tabbed-labels label").forEach(function (label) {
      if (Array.isArray(tabs) && tabs.includes(label.innerText.trim())) document.getElementById(label.htmlFor).checked = true;
    });
{%- endif %}
  });
})();
