// Before the first paint: that scripts run here, the chosen looks, and whether the first words are for
// this visitor at all. It only reads. Where storage is blocked, the page looks as on a first visit.
(function () {
  var root = document.documentElement;
  root.dataset.scripts = "";
  var hash = location.hash.replace(/^#?\/?/, "");
  var elsewhere = hash !== "";
  try {
    var settings = JSON.parse(localStorage.getItem("first-light.settings") || "{}");
    if (settings.theme === "light" || settings.theme === "dark") root.dataset.theme = settings.theme;
    if (settings["text-size"] === "large" || settings["text-size"] === "larger") root.dataset.text = settings["text-size"];
    for (var i = 0; i < localStorage.length && !elsewhere; i++) {
      elsewhere = localStorage.key(i).indexOf("first-light.plan.") === 0;
    }
  } catch (error) {
    // Blocked or damaged: the program says so when it arrives.
  }
  if (elsewhere) root.dataset.elsewhere = "";
})();
