// The panel: what is known of the selected node or line, each fact with the sentences that state it.
const panel = document.getElementById("panel");
const ORDER = { Event: ["organises", "about", "heldAt", "heldOn", "participates"], Person: ["holds", "says"], Role: ["holds", "postIn"] };
const goto = (id, text) => drawable(id) ? make("button", { type: "button", onclick: () => select(id) }, text) : make("span", {}, text);
const safe = (url) => /^https?:\/\//i.test(url);
const source = ([article, status, confidence]) => {
  const [id, headline, publisher, date, url] = data.articles[article] || ["", "", "", "", ""];
  const words = [headline || id, publisher, date, headline ? id : "", safe(url) ? url : ""].filter(Boolean).join(" · ");
  return make("p", { class: "source" }, words, ` · ${Math.round(confidence * 100)}%`,
    ...(status === "Asserted" ? [] : [" ", make("span", { class: "status" }, say(status))]));
};
const factNode = async (at, id) => {
  const fact = data.facts[at], other = id === null ? null : otherEnd(fact, id);
  const said = await evidence(at), found = make("div", { class: "fact" });
  if (id === null) {
    const object = typeof fact[OBJECT] === "number" ? goto(fact[OBJECT], data.nodes[fact[OBJECT]][LABEL]) : fact[OBJECT];
    found.append(make("p", {}, goto(fact[SUBJECT], data.nodes[fact[SUBJECT]][LABEL]), ` ${data.relations[fact[RELATION]][language]} → `, object));
  } else if (typeof other === "number") {
    const speech = !drawable(other);
    found.append(make("p", {}, fact[SUBJECT] === id ? "" : "← ", goto(other, speech ? `“${data.nodes[other][LABEL]}”` : data.nodes[other][LABEL])));
  } else found.append(make("p", {}, String(other)));
  fact[CLAIMS].forEach((claim, i) => {
    const [before, quote, behind] = said[i];
    found.append(make("blockquote", { dir: "auto" }, before, make("mark", {}, quote), behind), source(claim));
  });
  return found;
};
const span = (held) => { // when a post was held, as far as anybody says
  const [, , since, until, earliest, latest, acting, former] = held;
  const said = earliest ? `${say("reported")} ${earliest === latest ? earliest : `${earliest} – ${latest}`}` : "";
  return [since || until ? `${since || "?"} – ${until || "?"}` : "", said, acting ? say("acting") : "", former ? say("former") : ""].filter(Boolean).join(" · ");
};
const timeline = (title, held, end) => {
  const list = make("ol", { class: "time" });
  const ordered = [...held].sort((a, b) => (a[2] || a[4] || "9").localeCompare(b[2] || b[4] || "9"));
  for (const one of ordered) list.append(make("li", {}, make("span", { class: "when" }, span(one)), goto(one[end], data.nodes[one[end]][LABEL])));
  return held.length ? [make("h3", {}, say(title)), list] : [];
};
let drawnPanel = 0;
const describe = async () => {
  const mine = drawnPanel += 1, { selected, edge } = state, parts = [];
  if (selected === null && edge === null) { panel.replaceChildren(make("p", { class: "hint" }, say("hint"))); return; }
  if (edge !== null) {
    const [from, to] = edge.split(" ").map(Number);
    parts.push(make("h2", {}, `${data.nodes[from][LABEL]} → ${data.nodes[to][LABEL]}`));
    for (const at of facts(from)) if (data.facts[at][SUBJECT] === from && data.facts[at][OBJECT] === to && passes(at)) parts.push(await factNode(at, null));
  } else {
    const [kind, label, forms] = data.nodes[selected];
    parts.push(make("h2", { dir: "auto" }, label), make("p", { class: "kind" }, data.classes[kind][language]));
    if (forms.length) parts.push(make("p", { class: "forms", dir: "auto" }, `${say("also")}: ${forms.join(", ")}`));
    if (kind === "Person") parts.push(...timeline("posts", data.tenures.filter((one) => one[0] === selected), 1));
    if (kind === "Role") parts.push(...timeline("holders", data.tenures.filter((one) => one[1] === selected), 0));
    const groups = new Map((ORDER[kind] || []).map((name) => [name, []]));
    for (const at of facts(selected).filter(passes)) groups.set(data.facts[at][RELATION], [...(groups.get(data.facts[at][RELATION]) || []), at]);
    let any = false;
    for (const [relation, all] of groups) {
      if (!all.length) continue;
      any = true;
      parts.push(make("h3", {}, data.relations[relation][language]));
      for (const at of all) parts.push(await factNode(at, selected));
    }
    if (!any) parts.push(make("p", { class: "hint" }, say("none")));
  }
  if (mine === drawnPanel) { panel.replaceChildren(...parts); panel.scrollTop = 0; }
};
