"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const article = document.querySelector("article");
const svg = document.querySelector("svg.links");
const about = document.querySelector(".about");
const items = [...document.querySelectorAll("aside li")];
const spans = (figure) => document.querySelectorAll(`[data-figure="${figure}"]`);
const idle = about.textContent;

function center(element) {
  const box = element.getClientRects()[0], frame = article.getBoundingClientRect();
  return [box.left + box.width / 2 - frame.left, box.top - frame.top, box.height];
}

function link(from, to, broken) {
  const [x1, y1, h1] = center(from), [x2, y2] = center(to);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  const lift = Math.min(60, 18 + Math.abs(y1 - y2) / 6 + Math.abs(x1 - x2) / 12);
  path.setAttribute("d", `M${x1},${y1} C${x1},${Math.min(y1, y2) - lift} ${x2},${Math.min(y1, y2) - lift} ${x2},${y2}`);
  if (broken) path.classList.add("broken");
  svg.append(path);
}

function clear() {
  svg.replaceChildren();
  document.querySelectorAll(".linked").forEach((element) => element.classList.remove("linked"));
  about.textContent = idle;
}

function show(figure) {
  clear();
  const told = [data.figures[figure]];
  const [home] = spans(figure);
  for (const relation of data.relations.filter((row) => row.figures.includes(figure))) {
    for (const other of relation.figures) {
      spans(other).forEach((element) => element.classList.add("linked"));
      const [there] = spans(other);
      if (there && home && other !== figure) link(home, there, relation.verdict === "broken");
    }
    told.push(relation.words);
  }
  if (told.length === 1) told.push("Số này chưa nằm trong phép đối chiếu nào.");
  about.textContent = told.join(" · ");
}

function choose(item, scroll) {
  items.forEach((other) => other.classList.toggle("current", other === item));
  const figure = Number(item.dataset.at);
  const [place] = spans(figure);
  show(figure);
  if (place && scroll) place.scrollIntoView({ block: "center", behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  item.scrollIntoView({ block: "nearest" });
}

article.addEventListener("pointerover", (event) => {
  const figure = event.target.closest("[data-figure]");
  if (figure) show(Number(figure.dataset.figure));
});
article.addEventListener("pointerout", (event) => { if (event.target.closest("[data-figure]")) clear(); });
article.addEventListener("focusin", (event) => {
  const figure = event.target.closest("[data-figure]");
  if (figure) show(Number(figure.dataset.figure));
});
items.forEach((item) => {
  item.addEventListener("click", () => choose(item, true));
  item.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); choose(item, true); } });
});
document.addEventListener("keydown", (event) => {
  if (event.target.matches("input") || event.ctrlKey || event.metaKey || event.altKey) return;
  const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
  if (event.key === "Escape") clear();
  const shown = items.filter((item) => !item.hidden);
  if (!step || !shown.length) return;
  const now = shown.findIndex((item) => item.classList.contains("current"));
  const next = shown[(now + step + shown.length + (now < 0 && step < 0 ? 1 : 0)) % shown.length];
  next.focus();
  choose(next, true);
});
document.querySelectorAll("input[data-severity]").forEach((box) => box.addEventListener("change", () => {
  items.filter((item) => item.classList.contains(box.dataset.severity)).forEach((item) => { item.hidden = !box.checked; });
}));
document.getElementById("unchecked").addEventListener("change", (event) => document.body.classList.toggle("unchecked", event.target.checked));
document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});
addEventListener("resize", clear);
