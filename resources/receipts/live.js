(function () {
  "use strict";
  var page = document.querySelector("main"), said = page.dataset;
  function look() {
    if (document.hidden) { return; }
    fetch(said.place, { cache: "no-store", credentials: "omit" })
      .then(function (answer) { return answer.ok ? answer.json() : null; })
      .then(function (now) {
        if (now && now.version !== said.version && !document.querySelector("details[open]")) { location.reload(); }
      })
      .catch(function () { /* Without a network the page stays as it is. */ });
  }
  setInterval(look, Number(said.every_s) * 1000);
  document.addEventListener("visibilitychange", look);
})();
