"use strict";
(() => {
  const all = (words, root = document) => [...root.querySelectorAll(words)];
  const findings = all(".finding"), form = document.getElementById("filters"), viewer = document.getElementById("viewer");
  if (!form || !viewer) return;
  document.documentElement.classList.add("js");
  form.hidden = viewer.hidden = false;
  const wide = matchMedia("(min-width: 1080px)");

  // A pane shows a copy of the document in which a place is, scrolled to it; the copy has no ids, so that links stay right.
  const fill = (pane, place) => {
    const sheet = pane.querySelector(".sheet"), link = place.querySelector("[data-mark]");
    const number = link ? link.dataset.mark : "";
    const anchor = number ? document.getElementById("m" + number) : null;
    const article = anchor ? anchor.closest(".document") : null;
    const label = place.firstElementChild.textContent;
    pane.querySelector("h3").textContent = label;
    pane.querySelector(".where").textContent = [article ? article.dataset.name : "", place.querySelector(".where").textContent].filter(Boolean).join(" · ");
    if (!article) {
      const words = place.querySelector("blockquote");
      sheet.replaceChildren(words ? words.cloneNode(true) : "Nothing of it can be shown here.");
      delete pane.dataset.shown;
      return;
    }
    if (pane.dataset.shown !== article.id) {
      const copy = article.querySelector(".sheet").cloneNode(true);
      all("[id]", copy).forEach((one) => one.removeAttribute("id"));
      sheet.replaceChildren(...copy.childNodes);
      pane.dataset.shown = article.id;
    }
    all(".now", sheet).forEach((one) => one.classList.remove("now"));
    const marked = all(`[data-m~="${number}"]`, sheet);
    marked.forEach((one) => one.classList.add("now"));
    if (marked.length) {
      const box = marked[0].getBoundingClientRect(), frame = sheet.getBoundingClientRect();
      const seen = Math.max(120, Math.min(frame.bottom, innerHeight) - frame.top);
      sheet.scrollTop += box.top - frame.top - seen / 3;
      sheet.scrollLeft += Math.max(0, Math.min(box.right - frame.right + 20, box.left - frame.left - 20));
    }
  };

  const panes = [document.getElementById("pane-a"), document.getElementById("pane-b")];
  let chosen = null;
  const choose = (finding, other = 1, focus = false) => {
    if (chosen) chosen.classList.remove("now"), chosen.querySelector(".pick").removeAttribute("aria-current");
    chosen = finding;
    viewer.hidden = !finding;
    if (!finding) return;
    finding.classList.add("now");
    finding.querySelector(".pick").setAttribute("aria-current", "true");
    const places = all(".places > li", finding).filter((one) => one.querySelector(".where"));
    const two = places.length > 1;
    viewer.classList.toggle("two", two);
    panes[1].hidden = !two;
    if (wide.matches) {
      fill(panes[0], places[0]);
      if (two) fill(panes[1], places[Math.min(other, places.length - 1)] );
    }
    if (focus) finding.querySelector(".pick").focus({ preventScroll: true }), finding.scrollIntoView({ block: "nearest" });
  };

  const shown = () => findings.filter((one) => !one.hidden);
  const filter = () => {
    const asked = new FormData(form), severities = asked.getAll("severity"), text = asked.get("text").toLowerCase().split(/\s+/).filter(Boolean);
    const any = (name, value) => asked.get(name) === "*" || asked.get(name) === value;
    for (const one of findings) {
      const words = text.length ? one.textContent.toLowerCase() : "";
      one.hidden = !(severities.includes(one.dataset.severity) && any("family", one.dataset.family) && any("file", one.dataset.file)
        && (!("held" in one.dataset) || asked.get("held")) && text.every((word) => words.includes(word)));
    }
    all(".file").forEach((file) => { file.hidden = !file.querySelector(".finding:not([hidden])"); });
    const left = shown();
    document.getElementById("shown").textContent = `${left.length} of ${findings.length} findings`;
    if (!left.includes(chosen)) choose(left[0] || null);
  };
  form.addEventListener("input", filter);
  form.addEventListener("submit", (event) => event.preventDefault());

  document.addEventListener("click", (event) => {
    const finding = event.target.closest(".finding");
    if (!finding || !wide.matches || event.target.closest(".rule a")) return;
    const place = event.target.closest(".places > li"), link = event.target.closest("a");
    if (link) event.preventDefault();
    choose(finding, place ? Math.max(1, [...place.parentNode.children].indexOf(place)) : 1);
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
    const step = { j: 1, k: -1 }[event.key];
    if (step) {
      const left = shown(), next = left[left.indexOf(chosen) + step];
      if (next) choose(next, 1, true);
    } else if (event.key === "/") {
      event.preventDefault();
      form.elements.text.focus();
    }
  });
  wide.addEventListener("change", () => choose(chosen));
  filter();
  const asked = /^#f\d+$/.test(location.hash) ? document.getElementById(location.hash.slice(1)) : null;
  if (asked && !asked.hidden) choose(asked);
})();
