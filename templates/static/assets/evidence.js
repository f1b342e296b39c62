/* Evidence at a hover: what a link of the page leads to, shown beside it. At a chip that is the sentence in its paragraph, at a
   name who that is. It is read from the page to which the link leads, when somebody first points there, and never twice: no
   second copy of a text lies anywhere. From a server that page is fetched; a folder on disk gives it through a frame, as
   there nothing can be fetched. Without this script the links are links. */
(function () {
  "use strict";
  var say = window.briefsSay;
  var DELAY = 220;
  var GRACE = 260;
  var AROUND = 260;
  var LINKS = ".md-content a[href]";
  var NONE = ".briefs-turn, .briefs-ways, .briefs-shelves, .briefs-figures, .briefs-back, .briefs-peek";
  var local = location.protocol === "file:";
  var pages = new Map();
  var peek = document.createElement("div");
  var shown = null;
  var wanted = null;
  var timer = 0;
  var touched = false;

  /* Asked by another page of the same folder. */
  if (local && window.parent !== window) {
    window.parent.postMessage(article(document).outerHTML, "*");
    return;
  }

  peek.id = "briefs-peek";
  peek.className = "briefs-peek md-typeset";
  peek.setAttribute("role", "tooltip");
  peek.hidden = true;
  document.body.append(peek);

  function article(page) {
    return page.querySelector("article") || page.body;
  }

  function parsed(text) {
    return new DOMParser().parseFromString(text, "text/html");
  }

  function fetched(url) {
    return fetch(url).then(function (answer) {
      if (!answer.ok) throw new Error(answer.status);
      return answer.text();
    }).then(parsed);
  }

  function framed(url) {
    return new Promise(function (done, fail) {
      var frame = document.createElement("iframe");
      var end = function () { window.removeEventListener("message", hear); frame.remove(); };
      var hear = function (message) {
        if (message.source !== frame.contentWindow) return;
        end();
        done(parsed(String(message.data)));
      };
      window.addEventListener("message", hear);
      setTimeout(function () { end(); fail(new Error("no answer")); }, 8000);
      frame.hidden = true;
      frame.src = url;
      document.body.append(frame);
    });
  }

  function load(url) {
    var key = url.href.split("#")[0];
    if (key === location.href.split("#")[0]) return Promise.resolve(document);
    if (!pages.has(key)) {
      pages.set(key, (local ? framed : fetched)(key));
      pages.get(key).catch(function () { pages.delete(key); });
    }
    return pages.get(key);
  }

  function line(kind, parts) {
    var made = document.createElement("p");
    made.className = kind;
    parts.forEach(function (part) { made.append(part); });
    return made;
  }

  function words(node) {
    return node ? node.textContent.replace(/\s+/g, " ").trim() : "";
  }

  /* The words of a line, with what is set off in them. */
  function marked(node) {
    return Array.from(node.childNodes, function (part) {
      if (part.nodeName !== "MARK") return part.textContent;
      var mark = document.createElement("mark");
      mark.textContent = part.textContent;
      return mark;
    });
  }

  /* A sentence in its paragraph, the sentence set off; of a long paragraph what is near. */
  function inParagraph(page, target) {
    var sentence = target.classList.contains("briefs-sentence") ? target : null;
    var block = target.closest("p, li, blockquote, h3, h4") || target.parentElement;
    var mark = document.createElement("mark");
    var before = "";
    var after = "";
    block.childNodes.forEach(function (node) {
      if (node === sentence || !sentence) mark.append(node.textContent);
      else if (node.nodeType === 1 && node.matches(".briefs-back")) return;
      else if (mark.hasChildNodes()) after += node.textContent;
      else before += node.textContent;
    });
    if (before.length > AROUND) before = "…" + before.slice(-AROUND).replace(/^\S*/, "");
    if (after.length > AROUND) after = after.slice(0, AROUND).replace(/\S*$/, "") + "…";
    var number = target.dataset.n ? say("Sentence {1}", {1: target.dataset.n}) + " · " : "";
    return [
      line("briefs-peek-text", sentence ? [before, mark, after] : [words(mark)]),
      line("briefs-peek-where", [number + words(article(page).querySelector("h1"))])
    ];
  }

  /* Whom or what a page is about: name, kind and counts, role, the first sentence. */
  function about(page) {
    var body = article(page);
    var role = words(body.querySelector(".briefs-roles .briefs-role"));
    var facts = Array.from(body.querySelectorAll(".briefs-facts > ul > li")).slice(0, role || body.querySelector(".briefs-introduction") ? 1 : 2);
    var first = body.querySelector(".briefs-introduction > p > bdi, .briefs-summary > ul > li > bdi, .briefs-lead");
    var found = [line("briefs-peek-name", [words(body.querySelector("h1"))])];
    if (role) found.push(line("briefs-peek-role", [role]));
    if (first) found.push(line("briefs-peek-text", marked(first)));
    if (facts.length) found.push(line("briefs-peek-where", [facts.map(words).join(" · ")]));
    return found;
  }

  function lineOf(target) {
    return [line("briefs-peek-name", [words(target.closest("li"))])];
  }

  function content(page, url) {
    var id = decodeURIComponent(url.hash.slice(1));
    if (!id) return about(page);
    var target = page.getElementById(id);
    if (!target) return null;
    if (/^[sb]\d+$/.test(id)) return inParagraph(page, target);
    return id.startsWith("n-") ? lineOf(target) : null;
  }

  /* Where a link leads, if that can be shown: a page of this site. */
  function goal(link) {
    var url = new URL(link.href, location.href);
    var scope = window.__md_scope || new URL(".", location.href);
    var isHere = url.origin === location.origin && url.pathname.startsWith(scope.pathname) && /(\.html|\/)$/.test(url.pathname);
    return isHere && (url.hash || url.pathname !== location.pathname) ? url : null;
  }

  function linkAt(node) {
    var link = node instanceof Element ? node.closest(LINKS) : null;
    return link && !link.closest(NONE) ? link : null;
  }

  function place(link) {
    var at = link.getClientRects()[0] || link.getBoundingClientRect();
    var room = document.documentElement.clientWidth;
    var left = Math.max(8, Math.min(at.left, room - peek.offsetWidth - 8));
    var below = at.bottom + 4;
    var fits = below + peek.offsetHeight < innerHeight || at.top < peek.offsetHeight + 8;
    peek.style.left = left + scrollX + "px";
    peek.style.top = (fits ? below : at.top - peek.offsetHeight - 4) + scrollY + "px";
  }

  function hide() {
    clearTimeout(timer);
    wanted = null;
    if (shown) shown.removeAttribute("aria-describedby");
    shown = null;
    peek.hidden = true;
  }

  function show(link, byTouch) {
    var url = goal(link);
    if (!url || shown === link) return;
    wanted = link;
    load(url).then(function (page) {
      var found = content(page, url);
      if (wanted !== link) return;
      if (!found) { if (byTouch) location.assign(url); return; }
      hide();
      peek.replaceChildren.apply(peek, found);
      if (byTouch) {
        var way = document.createElement("a");
        way.href = url.href;
        way.textContent = say("Open");
        peek.append(line("briefs-peek-way", [way]));
      }
      peek.hidden = false;
      shown = link;
      place(link);
      link.setAttribute("aria-describedby", peek.id);
    }).catch(function () { if (byTouch) location.assign(url); });
  }

  function soon(act, wait) {
    clearTimeout(timer);
    timer = setTimeout(act, wait);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var link = linkAt(event.target);
    if (link && link !== shown) soon(function () { show(link); }, DELAY);
    else if (link || peek.contains(event.target)) clearTimeout(timer);
    else if (shown !== document.activeElement) soon(hide, GRACE);
  });
  document.addEventListener("focusin", function (event) {
    var link = linkAt(event.target);
    if (link && !touched && link.matches(":focus-visible")) show(link);
  });
  document.addEventListener("focusout", function (event) {
    if (event.target === shown && !touched) hide();
    else if (event.target === wanted) wanted = null;
  });
  document.addEventListener("keydown", function (event) {
    touched = false;
    if (event.key === "Escape") hide();
  });
  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
    if (shown && !peek.contains(event.target) && !shown.contains(event.target)) hide();
  }, true);
  document.addEventListener("click", function (event) {
    var link = linkAt(event.target);
    if (link && touched && shown !== link && goal(link)) {
      event.preventDefault();
      show(link, true);
    } else if (link || peek.contains(event.target)) {
      from = link || from;
      hide();
    }
  });

  /* The way back from a sentence that is lit up. */
  var from = null;
  var back = document.createElement("a");
  back.className = "briefs-back";
  back.href = "#";
  back.textContent = say("back");
  back.setAttribute("aria-label", say("Back to where you came from"));
  back.addEventListener("click", function (event) {
    var link = from;
    event.preventDefault();
    history.back();
    if (link) setTimeout(function () { link.focus({preventScroll: true}); hide(); }, 100);
  });
  function offer() {
    var target = /^#[sb]\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
    back.remove();
    if (target && history.length > 1) (target.matches(".briefs-sentence") ? target : target.parentElement).append(back);
  }
  window.addEventListener("hashchange", offer);
  offer();
})();
