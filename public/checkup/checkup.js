// The page for hosts: asks this host for every file of the list that the build wrote (checkup.json), and
// says what is not as it should be. Every sentence stands in checkup.html; this script chooses among them.
(function () {
  "use strict";
  // Packing smaller files saves nothing.
  var WORTH_PACKING = 1024;
  var words = document.getElementById("words").dataset;
  var verdict = document.getElementById("verdict");
  // Script files are right under both names.
  var SAME_TYPE = { "application/javascript": "text/javascript" };

  // Shows how one check came out. "found" is a list of lines: what is amiss where.
  function show(id, state, found) {
    var check = document.getElementById(id);
    check.dataset.state = state;
    check.querySelector(".state").textContent = words[state];
    check.querySelectorAll("[data-say]").forEach(function (part) {
      part.hidden = part.dataset.say !== state;
    });
    var list = check.querySelector(".found");
    (found || []).forEach(function (line) {
      var item = document.createElement("li");
      item.textContent = line;
      list.append(item);
    });
  }

  // "well" when nothing was found; "unknown" when there was nothing to look at.
  function judge(id, looked, found) {
    show(id, found.length > 0 ? "mend" : looked ? "well" : "unknown", found);
  }

  function plain(text) {
    return (text || "").trim().replace(/\s+/g, " ").replace(/;$/, "");
  }

  function says(sent) {
    return sent ? words.sent + sent : words.nothing;
  }

  // Answers differ from "right" in the same way: one line for all, or one for each.
  function lines(answers, wrong) {
    var found = answers.map(function (answer) {
      return { name: answer.name, says: wrong(answer) };
    }).filter(function (one) { return one.says; });
    var same = found.every(function (one) { return one.says === found[0].says; });
    if (found.length === answers.length && found.length > 1 && same) {
      return [words.every + ": " + found[0].says];
    }
    return found.map(function (one) { return one.name + ": " + one.says; });
  }

  async function hash(bytes) {
    if (!globalThis.crypto || !crypto.subtle) return null;
    var digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
    return Array.from(digest, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
  }

  // Asks for one file past the browser's own store.
  async function ask(file, name) {
    var answer = { name: name, file: file, there: false, status: words.missing };
    try {
      var response = await fetch("./" + (name === "./" ? "" : name), { cache: "no-store" });
      answer.headers = response.headers;
      answer.there = response.ok;
      if (!response.ok) answer.status = words.missing + " (" + response.status + ")";
      var bytes = await response.arrayBuffer();
      answer.address = response.url;
      answer.hash = await hash(bytes);
      answer.bytes = bytes;
    } catch (error) {
      answer.there = false;
    }
    return answer;
  }

  function connection() {
    var own = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
    show("https", location.protocol === "https:" ? "well" : own ? "local" : "mend");
  }

  function files(all) {
    var missing = all.filter(function (answer) { return !answer.there; });
    var there = all.filter(function (answer) { return answer.there; });
    var altered = there.filter(function (answer) { return answer.hash && answer.hash !== answer.file.sha256; });
    var compared = there.length > 0 && there.every(function (answer) { return answer.hash; });
    judge("files", compared, missing.map(function (answer) { return answer.name + ": " + answer.status; })
      .concat(altered.map(function (answer) { return answer.name + ": " + words.altered; })));
  }

  // What a page loads that is not ours: scripts in it that the list does not hold, or anything from elsewhere.
  function strangersIn(page, known, inside) {
    var found = [];
    (page.match(/<script\b[^>]*>[^]*?(?=<\/script)/gi) || []).forEach(function (script) {
      var tag = /^<script\b[^>]*>/i.exec(script)[0];
      var address = /\bsrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag);
      if (!address && inside.includes(script.slice(tag.length))) return;
      if (!address) found.push(words.inline);
      else if (!known.includes(address[1].replace(/^\.\//, ""))) found.push(address[1]);
    });
    (page.match(/\b(?:src|href)\s*=\s*["']?(?:[a-z]+:)?\/\/[^"'\s>]+/gi) || []).forEach(function (place) {
      var address = place.replace(/^[^=]*=\s*["']?/, "");
      if (!found.includes(address)) found.push(address);
    });
    return found;
  }

  function strangers(all, known, inside) {
    var page = all.find(function (answer) { return answer.name === "./" && answer.there; });
    var found = page ? strangersIn(new TextDecoder().decode(page.bytes), known, inside) : [];
    Array.from(document.querySelectorAll("script, iframe, object, embed")).forEach(function (part) {
      var own = part.localName === "script" && part.src === new URL("./checkup.js", document.baseURI).href;
      if (!own) found.push(words.page + ": " + (part.getAttribute("src") || words.inline));
    });
    judge("strangers", page, found);
  }

  function types(there) {
    judge("types", there.length, lines(there, function (answer) {
      var parts = plain(answer.headers.get("content-type")).toLowerCase().split(/\s*;\s*charset=/);
      var right = answer.file.type.split(";")[0];
      var fits = (SAME_TYPE[parts[0]] || parts[0]) === right && (!parts[1] || parts[1].replace(/"/g, "") === "utf-8");
      return fits ? "" : says(plain(answer.headers.get("content-type"))) + " · " + words.right + answer.file.type;
    }));
  }

  // Browsers join several headers of a name with commas; a stricter one beside ours does no harm.
  function holds(name, sent, right) {
    if (name === "Permissions-Policy") {
      var given = sent.split(/\s*,\s*/);
      return right.split(/\s*,\s*/).every(function (one) { return given.includes(one); });
    }
    return sent.split(/\s*,\s*/).map(plain).includes(plain(right));
  }

  function header(there, name, right) {
    judge(name.toLowerCase(), there.length, lines(there, function (answer) {
      var sent = plain(answer.headers.get(name));
      return sent && holds(name, sent, right) ? "" : says(sent);
    }));
    var line = document.querySelector("[data-line=" + name + "]");
    line.textContent = name + ": " + right;
  }

  function caching(there) {
    judge("caching", there.length, lines(there, function (answer) {
      var sent = plain(answer.headers.get("cache-control")).toLowerCase();
      var age = Number((/max-age=(\d+)/.exec(sent) || [0, -1])[1]);
      var asks = /no-cache|no-store/.test(sent) || age === 0;
      var year = age >= 31536000 && !/no-cache|no-store|private/.test(sent);
      var fits = /immutable/.test(answer.file.caching) ? year : asks;
      return fits ? "" : says(sent) + " · " + words.right + answer.file.caching;
    }));
  }

  // true, false, or null where the browser does not tell.
  function packed(answer) {
    if (answer.headers.get("content-encoding")) return true;
    var timing = performance.getEntriesByName(answer.address).pop();
    if (!timing || !timing.decodedBodySize || !timing.encodedBodySize) return null;
    return timing.encodedBodySize < timing.decodedBodySize;
  }

  function packing(there) {
    var worth = there.filter(function (answer) { return answer.file.packs && answer.file.bytes > WORTH_PACKING; });
    var known = worth.filter(function (answer) { return packed(answer) !== null; });
    judge("packing", known.length, lines(known, function (answer) { return packed(answer) ? "" : words.nothing; }));
  }

  // Workers other than First Light's own that are in charge of this address, or of a part of it.
  async function otherWorkers() {
    var here = new URL("./", location.href).href;
    var own = new URL("./worker.js", here).href;
    var all = await navigator.serviceWorker.getRegistrations();
    return all.filter(function (one) {
      if (!here.startsWith(one.scope) && !one.scope.startsWith(here)) return false;
      return one.scope !== here || [one.active, one.waiting, one.installing].some(function (worker) {
        return worker && worker.scriptURL !== own;
      });
    }).map(function (one) { return one.scope; });
  }

  // What this browser keeps of the version that the host has now, where it is not what was built. What it
  // keeps of older versions, until they go, is not compared.
  async function keptWrongly(wanted) {
    if (!wanted || !globalThis.caches || !(await caches.has(wanted.version))) return [];
    var cache = await caches.open(wanted.version);
    var found = [];
    for (var file of wanted.files) {
      var kept = await cache.match(file.path === "index.html" ? "./" : file.path, { ignoreVary: true });
      if (kept && (await hash(await kept.arrayBuffer())) !== file.sha256) found.push(words.kept + file.path + ": " + words.altered);
    }
    return found;
  }

  async function worker(wanted) {
    if (!navigator.serviceWorker) return show("worker", "unknown");
    try {
      judge("worker", true, (await otherWorkers()).concat(await keptWrongly(wanted)));
    } catch (error) {
      show("worker", "unknown");
    }
  }

  function conclude() {
    var count = function (states) {
      return document.querySelectorAll(states.map(function (state) { return "[data-state=" + state + "]"; }).join()).length;
    };
    var mend = count(["mend", "list"]);
    var unknown = count(["unknown"]);
    var told = verdict.dataset;
    var text = mend === 0 ? (unknown === 0 ? told.well : "") : mend === 1 ? told.one : told.more + mend + ".";
    verdict.textContent = (text + (unknown > 0 ? " " + told.unknown + unknown + "." : "")).trim();
    document.documentElement.dataset.done = "";
  }

  async function list() {
    var response = await fetch("./checkup.json", { cache: "no-store" });
    if (!response.ok) throw new Error(String(response.status));
    var bytes = await response.arrayBuffer();
    document.getElementById("list").textContent = (await hash(bytes)) || "–";
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  // Without the list there is nothing to compare with.
  function withoutList() {
    document.querySelectorAll(".check[data-state=waiting]").forEach(function (check) {
      show(check.id, check.id === "files" ? "list" : "unknown");
    });
  }

  async function run() {
    verdict.textContent = verdict.dataset.waiting;
    connection();
    var wanted;
    try {
      wanted = await list();
    } catch (error) {
      await worker(null);
      withoutList();
      return conclude();
    }
    await worker(wanted);
    var page = wanted.files.find(function (file) { return file.path === "index.html"; });
    var all = [await ask(page, "./")];
    for (var file of wanted.files) all.push(await ask(file, file.path));
    var there = all.filter(function (answer) { return answer.there; });
    files(all);
    strangers(all, wanted.files.map(function (file) { return file.path; }), wanted.scripts);
    types(there);
    wanted.headers.forEach(function (pair) { header(there, pair[0], pair[1]); });
    caching(there);
    packing(there);
    conclude();
  }

  run();
})();
