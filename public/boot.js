// Before the first paint: that scripts run here, the chosen looks, and whether the first words are for
// this visitor at all. Where storage is blocked, the page looks as on a first visit.
(function () {
  var root = document.documentElement;
  // Somebody left through public/leave.js. Who goes back is shown nothing, neither by this script nor by
  // the others; any other way in takes the mark away, and loading again leads home.
  try {
    if (localStorage.getItem("first-light.left") !== null) {
      var way = performance.getEntriesByType("navigation")[0].type;
      if (way === "back_forward") {
        root.dataset.left = "";
        document.title = "";
        return;
      }
      localStorage.removeItem("first-light.left");
      if (way === "reload") history.replaceState(null, "", location.pathname + location.search);
    }
  } catch (error) {
    // Blocked: there is no mark.
  }
  root.dataset.scripts = "";
  var hash = location.hash.replace(/^#?\/?/, "");
  var elsewhere = hash !== "";
  try {
    var settings = JSON.parse(localStorage.getItem("first-light.settings") || "{}");
    if (settings.theme === "light" || settings.theme === "dark") root.dataset.theme = settings.theme;
    if (settings.leave === false) root.dataset.stays = "";
    if (/^(large|larger|together)$/.test(settings["text-size"])) root.dataset.text = settings["text-size"];
    for (var i = 0; i < localStorage.length && !elsewhere; i++) {
      elsewhere = /^first-light\.(plan\.|lock$)/.test(localStorage.key(i));
    }
  } catch (error) {
    // Blocked or damaged: the program says so when it arrives.
  }
  if (elsewhere) root.dataset.elsewhere = "";
  // The first page, which public/early.js puts in the place of the first words, is the first to be drawn.
  if (/^(new|plan\/[\da-f]{16}\/begin\/about)$/.test(hash)) document.querySelector("link[rel=expect]").href = "#first-page";
  // A link may be followed before the program is there: it goes where the address says when it comes.
  addEventListener("hashchange", function () { root.dataset.elsewhere = ""; });
})();
