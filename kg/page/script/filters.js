// Filters: what they leave is drawn, listed and counted.
const dates = [...new Set(data.articles.map((article) => article[3]).filter(Boolean))].sort();
state.filter = { kinds: new Set(), relations: new Set(), from: 0, until: Math.max(0, dates.length - 1), article: -1, support: 1, confidence: 0 };
const dated = data.articles.map((article) => dates.indexOf(article[3]));
const whole = () => state.filter.from === 0 && state.filter.until >= dates.length - 1;
function fits(at) { // all filters but those of classes and relations
  const { from, until, article, support, confidence } = state.filter, claims = data.facts[at][CLAIMS];
  const left = claims.filter(([one, , sure]) => (article < 0 || one === article) && sure * 100 >= confidence &&
    (whole() || (dated[one] >= from && dated[one] <= until)));
  return left.length > 0 && new Set(left.map(([one]) => one)).size >= support;
}
function passes(at) { return !state.filter.relations.has(data.facts[at][RELATION]) && fits(at); }
const untouched = () => whole() && state.filter.article < 0 && state.filter.support === 1 && state.filter.confidence === 0 && !state.filter.relations.size;
const told = (id) => untouched() || facts(id).some((one) => stated[one] && passes(one));
function keeps(id) { return !state.filter.kinds.has(data.nodes[id][KIND]) && told(id); }
const PATHS = { dot: "M8 1a7 7 0 1 0 .01 0z", box: "M1 4h14v8H1z", square: "M2 2h12v12H2z", triangle: "M8 1l7 13H1z",
  triangleDown: "M8 15l7-13H1z", diamond: "M8 0l7 8-7 8-7-8z", hexagon: "M4 2h8l4 6-4 6H4L0 8z", star: "M8 0l2.2 5.3 5.8.4-4.4 3.7 1.4 5.6L8 12l-5 3 1.4-5.6L0 5.7l5.8-.4z" };
const icon = (style) => {
  const space = "http:" + "//www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
  svg.setAttribute("viewBox", "0 0 16 16"); svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PATHS[style.shape]); path.setAttribute("fill", style.colour); path.setAttribute("class", "icon");
  svg.append(path);
  return svg;
};
const toggle = (set, value, parts, count) => {
  const button = make("button", { type: "button", "aria-pressed": String(!set.has(value)), "data-value": value, onclick: () => {
    if (set.has(value)) set.delete(value); else set.add(value);
    filtered();
  } }, ...parts, make("span", { class: "number" }, String(count)));
  return button;
};
const listing = () => { // the same as the map, as words: for those who cannot see it, or would rather read
  const ids = [...state.places.keys()].filter((id) => !isCommunity(id) && keeps(id));
  document.getElementById("listed").replaceChildren(...Object.keys(data.classes).flatMap((kind) => {
    const here = ids.filter((id) => data.nodes[id][KIND] === kind).sort((a, b) => importance[b] - importance[a] || a - b);
    return here.length ? [make("h3", {}, data.classes[kind][language]), make("ul", {}, ...here.map((id) => make("li", {}, goto(id, data.nodes[id][LABEL]))))] : [];
  }));
};
const legend = () => {
  const { kinds, relations } = state.filter, ofKind = new Map(), ofRelation = new Map();
  const count = (counts, name, one) => counts.set(name, (counts.get(name) || 0) + (one ? 1 : 0));
  for (const id of shown) count(ofKind, data.nodes[id][KIND], told(id));
  data.facts.forEach((fact, at) => count(ofRelation, fact[RELATION], stated[at] && fits(at)));
  document.getElementById("legend").replaceChildren(...Object.keys(data.classes).filter((kind) => ofKind.has(kind))
    .map((kind) => toggle(kinds, kind, [icon(data.classes[kind]), ` ${data.classes[kind][language]} `], ofKind.get(kind))));
  document.getElementById("relations").replaceChildren(...[...ofRelation].sort()
    .map(([name, number]) => toggle(relations, name, [`${data.relations[name][language]} `], number)));
};
const bounds = () => {
  const { filter } = state;
  document.getElementById("period").textContent = dates.length ? `${dates[filter.from]} – ${dates[filter.until]}` : "–";
  document.getElementById("supported").textContent = `≥ ${filter.support} ${say("sources")}`;
  document.getElementById("confident").textContent = `≥ ${filter.confidence}%`;
};
const filtered = () => { legend(); bounds(); draw(false); listing(); if (state.selected !== null || state.edge !== null) describe(); };
const control = (id, change) => document.getElementById(id).addEventListener("input", (event) => { change(event.target); filtered(); });
control("from", (input) => { state.filter.from = Math.min(Number(input.value), state.filter.until); input.value = state.filter.from; });
control("until", (input) => { state.filter.until = Math.max(Number(input.value), state.filter.from); input.value = state.filter.until; });
control("article", (input) => { state.filter.article = Number(input.value); });
control("support", (input) => { state.filter.support = Number(input.value); });
control("confidence", (input) => { state.filter.confidence = Number(input.value); });
const prepare = () => {
  for (const id of ["from", "until"]) { const input = document.getElementById(id); input.max = Math.max(0, dates.length - 1); input.value = state.filter[id]; }
  document.getElementById("support").max = Math.max(2, ...data.facts.map((fact) => new Set(fact[CLAIMS].map(([one]) => one)).size));
  const months = new Map();
  dates.forEach((date) => months.set(date.slice(0, 7), 0));
  data.articles.forEach((article) => { if (article[3]) months.set(article[3].slice(0, 7), months.get(article[3].slice(0, 7)) + 1); });
  const most = Math.max(1, ...months.values());
  document.getElementById("bars").replaceChildren(...[...months.values()].map((count) => { const bar = make("span"); bar.style.height = `${2 + 26 * count / most}px`; return bar; }));
};
const choices = () => document.getElementById("article").replaceChildren(make("option", { value: "-1" }, say("all")),
  ...data.articles.map(([id, headline, , date], at) => { const option = make("option", { value: String(at) }, `${date} ${headline || id}`.trim().slice(0, 120)); option.selected = at === state.filter.article; return option; }));
