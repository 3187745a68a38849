// The graph: nodes, facts and articles by their numbers, who is beside whom, and the evidence, read when it is wanted.
const read = (id) => JSON.parse(document.getElementById(id).textContent);
const data = read("data"), first = read("first");
const KIND = 0, LABEL = 1, FORMS = 2, KEY = 3;
const SUBJECT = 0, RELATION = 1, OBJECT = 2, CLAIMS = 3;
const drawable = (at) => data.nodes[at][KIND] in data.classes;
const shown = data.nodes.map((_, at) => at).filter(drawable);
const isStated = (fact) => fact[CLAIMS].some(([, status]) => status === "Asserted" || status === "Planned");
const stated = data.facts.map(isStated);
const factsOf = new Map();
data.facts.forEach((fact, at) => {
  for (const end of new Set([fact[SUBJECT], fact[OBJECT]])) {
    if (typeof end === "number") { if (factsOf.has(end)) factsOf.get(end).push(at); else factsOf.set(end, [at]); }
  }
});
const facts = (at) => factsOf.get(at) || [];
const otherEnd = (fact, at) => fact[SUBJECT] === at ? fact[OBJECT] : fact[SUBJECT];
const byKey = new Map(data.nodes.map((node, at) => [node[KEY], at]));
const importance = data.nodes.map((_, at) => facts(at).filter((one) => stated[one]).length);
const nearest = (at) => { // the drawable nodes that stated, unfiltered facts join to this one, dearest first
  const found = new Set();
  for (const one of facts(at)) {
    const other = otherEnd(data.facts[one], at);
    if (stated[one] && passes(one) && typeof other === "number" && other !== at && drawable(other)) found.add(other);
  }
  return [...found].sort((a, b) => importance[b] - importance[a] || a - b);
};

const blocks = new Map();
const inflated = async (text) => {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
};
const evidence = async (at) => { // [before, quote, behind] of each claim of the fact
  const number = Math.floor(at / data.block);
  if (!blocks.has(number)) {
    const node = document.getElementById(`evidence${number}`);
    blocks.set(number, node.dataset.packed === "plain" ? JSON.parse(node.textContent) : JSON.parse(await inflated(node.textContent)));
  }
  return blocks.get(number)[at % data.block];
};
const make = (name, attributes, ...children) => {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key === "onclick") node.addEventListener("click", value); else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
};
