"use strict";
(() => {
  const plain = (text) => text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  // A link may lead into a folded part.
  const unfold = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    let opened = false;
    for (let at = target; at; at = at.parentElement) {
      if (at.tagName === "DETAILS" && !at.open) { at.open = true; opened = true; }
    }
    if (opened) target.scrollIntoView();
  };
  addEventListener("hashchange", unfold);
  unfold();

  for (const finder of document.querySelectorAll(".finder")) {
    const rows = [...document.getElementById(finder.dataset.table).tBodies[0].rows];
    const search = finder.querySelector("input"), fields = [...finder.querySelectorAll("select")];
    const found = finder.querySelector(".found");
    let texts = null;
    const show = () => {
      texts = texts || rows.map((row) => plain(row.textContent));
      const words = plain(search.value).split(/\s+/).filter(Boolean);
      const asked = fields.filter((field) => field.value).map((field) => [field.dataset.field, field.value]);
      let shown = 0;
      rows.forEach((row, at) => {
        const fits = words.every((word) => texts[at].includes(word)) &&
          asked.every(([name, value]) => row.dataset[name].split(" ").includes(value));
        if (row.hidden === fits) row.hidden = !fits;
        shown += fits;
      });
      found.textContent = finder.dataset.found.replace("%1", shown).replace("%2", rows.length);
    };
    let waiting = 0;
    search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(show, 120); });
    fields.forEach((field) => field.addEventListener("change", show));
    finder.querySelector("button").addEventListener("click", () => {
      search.value = "";
      fields.forEach((field) => { field.value = ""; });
      show();
      search.focus();
    });
    finder.hidden = false;
    found.textContent = finder.dataset.found.replace("%1", rows.length).replace("%2", rows.length);
  }

  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;
  const key = (row, at) => row.cells[at].dataset.v ?? row.cells[at].textContent.trim();
  for (const head of document.querySelectorAll("th[data-sort]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const at = head.cellIndex, body = head.closest("table").tBodies[0];
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of head.parentElement.cells) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = [...body.rows].map((row) => [key(row, at), row]);
      const number = keyed.every(([value]) => value !== "" && !isNaN(value));
      keyed.sort(([a], [b]) => (number ? a - b : compare(a, b)));
      if (down) keyed.reverse();
      body.append(...keyed.map(([, row]) => row));
    });
  }
})();
