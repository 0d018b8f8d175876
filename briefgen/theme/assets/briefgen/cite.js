// Copies a citation, and the address of an item whose link is followed. Without this script the words stand there to be
// selected, and a link is a link.
//
// The words it shows stand on its button, in the page's language: data-b-copied, data-b-link-copied, data-b-failed. What it
// copies is the text of the .b-citation beside the button; where that holds no address, the page's own follows.
(function () {
  "use strict";

  var button = document.querySelector(".b-copy");
  if (!button) return;
  var said = button.parentNode.querySelector(".b-copied");
  var citation = button.parentNode.querySelector(".b-citation");

  function page() {
    return location.href.split("#")[0];
  }

  // Only pages from a safe origin may use the clipboard; on others, and on files, selected words can be copied.
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
    var field = document.createElement("textarea");
    field.value = text;
    field.readOnly = true;
    field.className = "b-unseen";
    document.body.append(field);
    field.select();
    var done = document.execCommand("copy");
    field.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("copy"));
  }

  function tell(place, words) {
    place.textContent = words;
    setTimeout(function () {
      if (place.textContent === words) place.textContent = "";
    }, 4000);
  }

  button.hidden = false;
  button.addEventListener("click", function () {
    var text = citation.textContent.trim();
    if (!/https?:\/\/\S+$/.test(text)) text += " " + page();
    copy(text).then(
      function () { tell(said, button.dataset.bCopied); },
      function () { tell(said, button.dataset.bFailed); }
    );
    button.focus();
  });

  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest(".b-permalink");
    // A click that opens it elsewhere is left alone; a click that cannot be copied leads where it always led.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var place = link.parentNode.querySelector(".b-copied");
    if (!place) {
      place = document.createElement("span");
      place.className = "b-copied";
      place.setAttribute("role", "status");
      link.before(place, " ");
    }
    copy(page() + link.getAttribute("href")).then(
      function () { tell(place, button.dataset.bLinkCopied); },
      function () {}
    );
  });
})();
