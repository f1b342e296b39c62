/* A button at each entry of the review page that copies it as it is to be pasted. Without a script a click marks the whole entry. */
(function () {
  "use strict";
  var say = window.briefsSay;
  var place = document.querySelector("[data-briefs-copy]");
  if (!place) return;
  var told = document.createElement("p");
  told.className = "briefs-word";
  told.setAttribute("role", "status");
  place.append(told);
  /* A page from a folder may not be allowed to reach the clipboard by itself: then what is marked is copied. */
  function mark(entry) {
    var range = document.createRange();
    range.selectNodeContents(entry);
    var marked = window.getSelection();
    marked.removeAllRanges();
    marked.addRange(range);
    var done = document.execCommand("copy");
    marked.removeAllRanges();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }
  function copy(entry) {
    if (!navigator.clipboard) return mark(entry);
    return navigator.clipboard.writeText(entry.textContent + "\n").catch(function () { return mark(entry); });
  }
  document.querySelectorAll(".briefs-answer").forEach(function (answer) {
    var entry = answer.querySelector("pre");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "briefs-chip";
    button.textContent = say("Copy");
    button.setAttribute("aria-label", say("Copy") + ": " + answer.querySelector("p").textContent);
    button.addEventListener("click", function () {
      copy(entry).then(function () {
        button.textContent = say("Copied");
        told.textContent = say("Copied");
        setTimeout(function () {
          button.textContent = say("Copy");
          told.textContent = "";
        }, 2000);
      }, function () { window.getSelection().selectAllChildren(entry); });
    });
    answer.append(button);
  });
})();
