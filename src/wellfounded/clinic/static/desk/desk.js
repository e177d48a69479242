/* What a page does beyond its forms and links: files dropped on it, boxes lit up, passages opened beside, copying.
   Every page works without this file; nothing here speaks to another machine. */
"use strict";
(function () {
  document.documentElement.classList.add("js");
  let zoom = 1; // how large pages are shown, from 0 (the column's width) to 3
  const sized = () => {
    for (const pages of document.querySelectorAll(".leaves")) {
      pages.classList.remove("z0", "z1", "z2", "z3");
      pages.classList.add(`z${zoom}`);
    }
  };
  for (const form of document.querySelectorAll("[data-drop]")) {
    const input = form.querySelector("input[type=file]");
    form.addEventListener("dragover", (event) => { event.preventDefault(); form.classList.add("over"); });
    form.addEventListener("dragleave", () => form.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      form.classList.remove("over");
      input.files = event.dataTransfer.files;
      if (input.files.length) { form.requestSubmit(); }
    });
    form.addEventListener("submit", () => {
      const button = form.querySelector("button");
      button.textContent = "Taking it in\u2026";
      button.disabled = true;
    });
  }
  const seen = (box) => { // pictures above a passage push it down until each has come
    const pictures = [...box.closest(".leaves, body").querySelectorAll("img")];
    for (const each of pictures) { each.loading = "eager"; }
    const come = pictures.map((each) => each.complete ? null : new Promise((done) => {
      each.addEventListener("load", done, { once: true });
      each.addEventListener("error", done, { once: true });
    }));
    Promise.all(come).then(() => box.scrollIntoView({ block: "center", inline: "center" }));
  };
  const lit = (name, on) => {
    for (const box of document.querySelectorAll(`[data-mark="${CSS.escape(name)}"]`)) { box.classList.toggle("lit", on); }
  };
  const shown = (event, on) => {
    const link = event.target.closest && event.target.closest("[data-shows]");
    if (link) { lit(link.dataset.shows, on); }
  };
  for (const [name, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
    document.addEventListener(name, (event) => shown(event, on));
  }
  document.addEventListener("click", (event) => {
    const near = (what) => event.target.closest && event.target.closest(what);
    const larger = near("[data-zoom]");
    if (larger) {
      zoom = Math.min(3, Math.max(0, zoom + Number(larger.dataset.zoom)));
      sized();
      return;
    }
    const copy = near("[data-copy]");
    if (copy) {
      navigator.clipboard.writeText(copy.dataset.copy).then(() => { copy.textContent = "Copied"; });
      return;
    }
    if (near("[data-print]")) { window.print(); return; }
    const opened = near("[data-seen]");
    if (opened) { opened.closest("li").classList.add("seen"); }
    const sentence = near("[data-s]");
    if (sentence) {
      for (const old of document.querySelectorAll(".s.on")) { old.classList.remove("on"); }
      sentence.classList.add("on");
    }
    const shows = near("[data-shows]");
    const box = shows && document.querySelector(`[data-mark="${CSS.escape(shows.dataset.shows)}"]`);
    if (box && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      box.scrollIntoView({ block: "center", inline: "center" });
      return;
    }
    const paper = near("[data-paper]");
    const beside = document.getElementById("page-beside") || document.getElementById("beside");
    if (paper && beside && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      const place = paper.closest("#beside") ? document.getElementById("page-beside") || beside : beside;
      htmx.ajax("GET", paper.getAttribute("href").split("#")[0], { target: place, swap: "innerHTML" }).then(() => {
        const box = place.querySelector("rect.strong");
        if (zoom !== 1) { sized(); }
        if (box) { seen(box); }
      });
    }
  });
  document.addEventListener("htmx:afterSettle", (event) => {
    const place = event.target.closest && event.target.closest(".viewer, .beside, #beside");
    const box = event.target.classList.contains("finding") || event.target.tagName === "svg" ? place && place.querySelector("rect.strong") : null;
    if (zoom !== 1) { sized(); }
    if (box) { seen(box); }
    else if (event.target.id === "beside" && getComputedStyle(event.target).position === "static") {
      event.target.scrollIntoView({ block: "start" }); // where the columns are one, it came below what was chosen
    }
  });
  document.addEventListener("htmx:sendError", () => {
    document.getElementById("told").innerHTML =
      '<p class="alert" role="alert"><strong>The desk does not answer.</strong> What you typed stays in its box. Start it again with <code>wellfounded serve</code>, then go on.</p>';
  });
  document.addEventListener("htmx:beforeSwap", (event) => {
    if (event.detail.xhr.status >= 400) { event.detail.shouldSwap = true; event.detail.isError = false; }
    else if (event.detail.xhr.status < 300) { document.getElementById("told").replaceChildren(); }
  });
})();
