// The map: vis-network draws nodes and lines where they were put; names are drawn here, the weightiest first, none on
// another, more of them the nearer one looks.
const scheme = matchMedia("(prefers-color-scheme: dark)");
let ink, faint, ground;
const paint = () => {
  const dark = scheme.matches;
  ink = dark ? "#e9ebee" : "#1d2228"; faint = dark ? "#8793a0" : "#7d838b"; ground = dark ? "#14181d" : "#fbfaf7";
};
paint();
const MOST = 150, LETTERS = 24, LINES = 3, FONT = 12.5;
const state = { view: { kind: "start" }, selected: null, edge: null, places: new Map() };
const nodes = new vis.DataSet(), edges = new vis.DataSet();
const map = document.getElementById("map");
const network = new vis.Network(map, { nodes, edges }, {
  physics: { enabled: false, stabilization: false }, autoResize: true,
  interaction: { hover: true, tooltipDelay: 150, keyboard: false, hideEdgesOnDrag: first.nodes.length > 250 },
  edges: { smooth: false, arrows: { to: { enabled: true, scaleFactor: 0.45 } } },
});

const isCommunity = (id) => typeof id === "string";
const community = (id) => data.communities[Number(id.slice(1))];
const nameOf = (id) => isCommunity(id) ? `${community(id).name.join(", ")} … (${community(id).size})` : data.nodes[id][LABEL];
const lines = (text) => {
  const found = [""];
  for (const word of [...text].slice(0, 120).join("").split(/\s+/)) {
    if (found[found.length - 1] && found[found.length - 1].length + word.length >= LETTERS) found.push("");
    const at = found.length - 1;
    found[at] = `${found[at]} ${word}`.trim().slice(0, LETTERS + 6);
  }
  return found.length > LINES ? [...found.slice(0, LINES - 1), `${found[LINES - 1]} …`] : found;
};
const size = (id) => isCommunity(id) ? 14 + 3 * Math.log2(community(id).size) : 9 + 2.2 * Math.sqrt(importance[id]);
const slab = ({ ctx: context, x, y, style, state: { selected, hover } }) => ({ // a flat box, which vis has only with a name in it
  drawNode() {
    context.beginPath(); context.rect(x - style.size * 1.3, y - style.size * 0.6, style.size * 2.6, style.size * 1.2);
    context.fillStyle = style.color; context.fill();
    context.lineWidth = selected ? 4 : 1.2; context.strokeStyle = selected ? "#d5002b" : hover ? ink : style.borderColor; context.stroke();
  },
  nodeDimensions: { width: style.size * 2.6, height: style.size * 1.2 },
});
const node = (id, [x, y]) => {
  const style = isCommunity(id) ? { colour: faint, shape: "dot" } : data.classes[data.nodes[id][KIND]];
  const title = isCommunity(id) ? `${nameOf(id)}\n${say("community")}` : `${data.nodes[id][LABEL]}\n${style[language]}`;
  return {
    id, x, y, shape: style.shape === "box" ? "custom" : style.shape, ctxRenderer: style.shape === "box" ? slab : undefined, size: size(id), title: title.slice(0, 400), opacity: 1,
    color: { background: style.colour, border: scheme.matches ? "#e9ebee" : "#2b3036", highlight: { background: style.colour, border: "#d5002b" },
      hover: { background: style.colour, border: ink } },
    borderWidth: 1.2, borderWidthSelected: 4,
  };
};
const edge = (from, to, title, width, id) => ({
  id, from, to, title: title.slice(0, 400), width, color: { color: faint, highlight: "#d5002b", hover: ink, opacity: 0.85 },
  arrows: isCommunity(from) || isCommunity(to) ? "" : "to",
});

// -- which nodes, and where ----------------------------------------------------------------------
const ring = (centre, near) => { // nodes around one, in rings wide enough for their names
  const found = new Map([[centre, [0, 0]]]);
  let ringed = 0, at = 0;
  while (at < near.length) {
    ringed += 1;
    const room = ringed * 9, here = near.slice(at, at + room);
    here.forEach((id, i) => {
      const angle = 2 * Math.PI * (i + (ringed % 2) / 2) / here.length;
      found.set(id, [Math.round(330 * ringed * Math.cos(angle)), Math.round(190 * ringed * Math.sin(angle))]);
    });
    at += room;
  }
  return found;
};
const around = (centre, steps) => {
  const found = new Set([centre]);
  let rim = [centre];
  for (let step = 0; step < steps; step += 1) rim = rim.flatMap(nearest).filter((id) => !found.has(id) && found.add(id));
  found.delete(centre);
  return [...found];
};
const placed = () => {
  const { view } = state;
  if (view.kind === "focus") return ring(view.at, around(view.at, view.steps).slice(0, MOST));
  if (view.kind === "community") return new Map(data.communities[view.at].places.map(([id, x, y]) => [id, [x, y]]));
  const found = new Map(first.nodes.map(({ id, x, y }) => [id, [x, y]]));
  data.communities.forEach((one, at) => found.set(`c${at}`, one.spot));
  return found;
};
const lit = (id) => isCommunity(id) || keeps(id);

const joined = (ids) => { // one line for each pair, with the words of all its facts
  const pairs = new Map();
  for (const id of ids) {
    for (const one of isCommunity(id) ? [] : facts(id)) {
      const fact = data.facts[one];
      if (fact[SUBJECT] === id && stated[one] && passes(one) && ids.has(fact[OBJECT]) && fact[OBJECT] !== id) {
        const key = `${id} ${fact[OBJECT]}`;
        pairs.set(key, [...(pairs.get(key) || []), data.relations[fact[RELATION]][language]]);
      }
    }
  }
  return [...pairs].map(([key, words]) => {
    const [from, to] = key.split(" ").map(Number);
    return edge(from, to, [...new Set(words)].join(", "), Math.min(1 + words.length * 0.4, 4), key);
  });
};
const draw = (fit = true) => {
  state.places = placed();
  const ids = new Set([...state.places.keys()].filter(lit));
  nodes.clear(); edges.clear();
  nodes.add([...ids].map((id) => node(id, state.places.get(id))));
  if (data.communities.length && state.view.kind === "start") {
    edges.add(first.edges.filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ from, to, count }) => edge(from, to, `${count} ${say("facts")}`, Math.min(1 + Math.log2(count), 6), `${from} ${to}`)));
  } else edges.add(joined(ids));
  document.getElementById("back").hidden = state.view.kind === "start";
  ranked = [...ids].sort((a, b) => size(b) - size(a) || String(a).localeCompare(String(b)));
  emphasise();
  tell();
  if (fit) { network.fit({ animation: false }); network.moveTo({ scale: network.getScale() * 0.88 }); } // room for names at the rim
};
const tell = () => {
  const ids = nodes.getIds().filter((id) => !isCommunity(id));
  const kept = data.facts.filter((_, at) => stated[at] && passes(at)).length;
  const told = shown.filter(keeps).length, left = told - ids.length;
  const articles = state.filter.article < 0 ? data.articles.length : 1;
  document.getElementById("count").textContent = `${told} ${say("nodes")} · ${kept} ${say("facts")} · ${articles} ${say("articles")}` +
    (left > 0 ? ` — ${left} ${say("left")}` : "");
};

// -- names ---------------------------------------------------------------------------------------
let ranked = [];
const widths = new Map();
network.on("afterDrawing", (context) => {
  const scale = network.getScale(), font = FONT / scale, taken = [];
  context.font = `${font}px system-ui, sans-serif`; context.textAlign = "center"; context.textBaseline = "top"; context.lineJoin = "round";
  const spots = network.getPositions();
  const meets = (box) => (one) => box[0] < one[2] && box[2] > one[0] && box[1] < one[3] && box[3] > one[1];
  const near = state.selected === null ? new Set() : new Set([state.selected, ...network.getConnectedNodes(state.selected)]);
  const shapes = ranked.filter((id) => spots[id] && (!near.size || near.has(id))).map((id) => {
    const { x, y } = spots[id], radius = size(id) * 0.8;
    return [x - radius, y - radius, x + radius, y + radius];
  });
  const order = [...ranked.filter((one) => near.has(one)), ...ranked.filter((one) => !near.has(one))];
  for (const id of near.size ? order.filter((one) => near.has(one)) : order) {
    if (!spots[id]) continue;
    const { x, y } = spots[id], text = lines(nameOf(id)), radius = size(id) + 3 / scale;
    if (!widths.has(id)) {
      context.font = `${FONT}px system-ui, sans-serif`;
      widths.set(id, Math.max(...text.map((line) => context.measureText(line).width)));
    }
    const wide = widths.get(id) / scale / 2 + 2 / scale, high = text.length * font * 1.15;
    const sides = [[x, y + radius], [x, y - radius - high], [x + radius + wide, y - high / 2], [x - radius - wide, y - high / 2]];
    const spot = sides.find(([middle, top]) => {
      const meeting = meets([middle - wide, top, middle + wide, top + high]);
      return !taken.some(meeting) && !shapes.some(meeting);
    }) || (id === state.selected ? sides[0] : null);
    if (!spot) continue;
    const [middle, top] = spot;
    taken.push([middle - wide, top, middle + wide, top + high]);
    context.font = `${id === state.selected ? "bold " : ""}${font}px system-ui, sans-serif`;
    context.lineWidth = 4 / scale; context.strokeStyle = ground; context.fillStyle = ink;
    text.forEach((line, i) => { context.strokeText(line, middle, top + i * font * 1.15); context.fillText(line, middle, top + i * font * 1.15); });
  }
});

// -- selecting -----------------------------------------------------------------------------------
const emphasise = () => { // the selected node, its neighbours and their lines stay; all else grows faint
  const { selected } = state, there = selected !== null && nodes.get(selected);
  const near = there ? new Set([selected, ...network.getConnectedNodes(selected)]) : null;
  nodes.update(nodes.getIds().map((id) => ({ id, opacity: !near || near.has(id) ? 1 : 0.18 })));
  edges.update(edges.get().map(({ id, from, to }) => ({ id, color: { color: faint, highlight: "#d5002b", hover: ink,
    opacity: !near || from === selected || to === selected ? 0.85 : 0.12 } })));
  if (there) network.selectNodes([selected]); else network.unselectAll();
  for (const name of ["near", "nearer"]) document.getElementById(name).hidden = selected === null;
};
const select = (id) => {
  if (isCommunity(id)) { show({ kind: "community", at: Number(id.slice(1)) }); return; }
  if (!nodes.get(id)) { state.selected = id; state.edge = null; show({ kind: "focus", at: id, steps: 1 }); return; }
  state.selected = id; state.edge = null;
  emphasise(); describe(); remember();
};
const clear = () => { state.selected = null; state.edge = null; emphasise(); describe(); remember(); };
const show = (view) => { state.view = view; draw(); describe(); remember(); };
network.on("click", ({ nodes: hit, edges: lined }) => {
  if (hit.length) select(hit[0]);
  else if (lined.length && !lined[0].includes("c")) { state.edge = lined[0]; state.selected = null; emphasise(); network.selectEdges([state.edge]); describe(); }
  else clear();
});
network.on("doubleClick", ({ nodes: hit }) => { if (hit.length && !isCommunity(hit[0])) show({ kind: "focus", at: hit[0], steps: 1 }); });
scheme.addEventListener("change", () => { paint(); draw(false); });
