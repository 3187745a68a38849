// Search by any name, with suggestions while typing; Enter goes there.
const search = document.getElementById("search"), found = document.getElementById("found");
const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
const names = shown.map((at) => [at, [data.nodes[at][LABEL], ...data.nodes[at][FORMS]].map(fold)]);
let choice = 0;
const options = () => [...found.children];
const mark = () => {
  options().forEach((option, i) => option.setAttribute("aria-selected", String(i === choice)));
  if (options()[choice]) search.setAttribute("aria-activedescendant", options()[choice].id);
};
const close = () => { found.hidden = true; search.setAttribute("aria-expanded", "false"); search.removeAttribute("aria-activedescendant"); };
const pick = (at) => { close(); search.value = data.nodes[at][LABEL]; select(at); network.moveTo({ position: network.getPosition(at), animation: false }); };
const rank = (folded, wanted) => Math.min(...folded.map((name) =>
  name === wanted ? 0 : name.startsWith(wanted) ? 1 : name.includes(` ${wanted}`) ? 2 : name.includes(wanted) ? 3 : 9));
search.addEventListener("input", () => {
  const wanted = fold(search.value.trim());
  if (!wanted) { close(); return; }
  const hits = names.map(([at, folded]) => [rank(folded, wanted), -importance[at], at]).filter((hit) => hit[0] < 9)
    .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12);
  found.replaceChildren(...hits.map(([, , at], i) => make("li", { role: "option", id: `option${i}`, "data-at": String(at), onclick: () => pick(at) },
    make("span", { dir: "auto" }, data.nodes[at][LABEL]), make("span", { class: "kind" }, data.classes[data.nodes[at][KIND]][language]))));
  if (!hits.length) found.replaceChildren(make("li", { class: "kind" }, say("empty")));
  choice = 0; mark();
  found.hidden = false;
  search.setAttribute("aria-expanded", "true");
});
search.addEventListener("keydown", (event) => {
  const all = options().filter((option) => option.dataset.at);
  if (event.key === "Escape") { close(); return; }
  if (!all.length || found.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    choice = (choice + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length;
    mark(); all[choice].scrollIntoView({ block: "nearest" }); event.preventDefault();
  }
  if (event.key === "Enter") pick(Number(all[choice].dataset.at));
});
search.addEventListener("blur", () => setTimeout(close, 150));
