"use strict";
(() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const graph = read("graph"), data = read("data");
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const ink = dark ? "#e9ebee" : "#1d2228", faint = dark ? "#7f8b98" : "#8a8f96", ground = dark ? "#14181d" : "#fbfaf7";
  const KIND = 0, LABEL = 1, FORMS = 2;
  const panel = document.getElementById("panel"), whole = document.getElementById("whole");
  const count = document.getElementById("count");
  const shown = data.entities.map((entity, at) => at).filter((at) => data.entities[at][KIND] in data.classes);

  const stated = (fact) => fact[3].some(([, status]) => status === "Asserted" || status === "Planned");
  const factsOf = new Map();
  const note = (at, fact) => factsOf.has(at) ? factsOf.get(at).push(fact) : factsOf.set(at, [fact]);
  data.facts.forEach((fact) => {
    note(fact[0], fact);
    if (typeof fact[2] === "number" && fact[2] !== fact[0]) note(fact[2], fact);
  });

  const make = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
      if (key === "onclick") node.addEventListener("click", value); else node.setAttribute(key, value);
    }
    for (const child of children) node.append(child);
    return node;
  };
  const bilingual = (words) => [words.id + " ", make("span", { lang: "en" }, words.en)];

  // -- the drawing ------------------------------------------------------------------------------
  const kindTitle = (kind) => `${data.classes[kind].id} · ${data.classes[kind].en}`;
  const drawNode = (node) => ({
    id: node.id, label: node.label, x: node.x, y: node.y, shape: node.shape, size: node.size || 13, kind: node.kind,
    title: `${data.entities[node.id][LABEL]}\n${kindTitle(node.kind)}`,
    color: { background: node.colour, border: dark ? "#e9ebee" : "#3a3f45", highlight: { background: node.colour, border: "#e4002b" } },
    borderWidth: 1, borderWidthSelected: 4,
    font: { color: node.shape === "box" ? "#111" : ink, size: 15, strokeWidth: node.shape === "box" ? 0 : 4, strokeColor: ground, vadjust: -2 },
    scaling: { label: { enabled: false, drawThreshold: 3 } },
  });
  const drawEdge = (edge, at) => ({ id: at, from: edge.from, to: edge.to, title: edge.title, name: edge.title });
  const nodes = new vis.DataSet(graph.nodes.map(drawNode));
  const edges = new vis.DataSet(graph.edges.map(drawEdge));
  const hiddenKinds = new Set();
  const view = new vis.DataView(nodes, { filter: (node) => !hiddenKinds.has(node.kind) });
  const network = new vis.Network(document.getElementById("map"), { nodes: view, edges }, {
    physics: false, autoResize: true,
    interaction: { hover: true, tooltipDelay: 120, keyboard: { enabled: true, bindToWindow: false }, hideEdgesOnDrag: graph.nodes.length > 400 },
    edges: { color: { color: faint, highlight: "#e4002b", hover: ink }, smooth: false, width: 1.2, arrows: { to: { enabled: true, scaleFactor: 0.5 } },
      font: { color: ink, size: 11, strokeWidth: 4, strokeColor: ground } },
  });
  network.fit({ animation: false });
  window.jejaring = { network, select: (at) => select(at) };

  const tell = (drawn) => {
    const left = shown.length - drawn;
    count.textContent = `${drawn} simpul digambar` + (left > 0 ? `, ${left} lainnya lewat pencarian` : "") +
      ` · ${data.facts.filter(stated).length} fakta · ${data.articles.length} artikel`;
  };
  tell(graph.nodes.length);

  const labelEdges = (at) => edges.update(edges.get().map((edge) => ({ id: edge.id, label: edge.from === at || edge.to === at ? edge.name : undefined })));

  const wrap = (text) => text.replace(/(.{18,26}?)\s/g, "$1\n");
  const MOST = 150;
  const neighbourhood = (at) => {
    // A node outside the drawing is shown in a drawing of its own: itself in the middle, its neighbours around it.
    const near = new Map();
    for (const fact of (factsOf.get(at) || []).filter(stated)) {
      const other = fact[0] === at ? fact[2] : fact[0];
      if (typeof other === "number" && data.entities[other][KIND] in data.classes) {
        near.set(other, [...(near.get(other) || []), data.relations[fact[1]].id]);
      }
    }
    const all = [...near.keys()].slice(0, MOST), rings = Math.ceil(all.length / 12);
    const style = (one) => ({ kind: data.entities[one][KIND], shape: data.classes[data.entities[one][KIND]].shape, colour: data.classes[data.entities[one][KIND]].colour });
    nodes.clear(); edges.clear();
    nodes.add(drawNode({ id: at, label: wrap(data.entities[at][LABEL]), x: 0, y: 0, size: 20, ...style(at) }));
    all.forEach((one, i) => {
      const ring = i % Math.max(1, rings) + 1, angle = 2 * Math.PI * i / all.length;
      nodes.add(drawNode({ id: one, label: wrap(data.entities[one][LABEL]), x: 300 * ring * Math.cos(angle), y: 210 * ring * Math.sin(angle), ...style(one) }));
      edges.add(drawEdge({ from: at, to: one, title: [...new Set(near.get(one))].join(", ") }, i));
    });
    whole.hidden = false;
    tell(all.length + 1);
    network.fit({ animation: false });
  };
  whole.addEventListener("click", () => {
    nodes.clear(); edges.clear();
    nodes.add(graph.nodes.map(drawNode)); edges.add(graph.edges.map(drawEdge));
    whole.hidden = true;
    tell(graph.nodes.length);
    network.fit({ animation: false });
  });

  // -- the panel --------------------------------------------------------------------------------
  const STATUS = { Planned: "direncanakan · planned", Negated: "disangkal · negated", Alleged: "diduga · alleged" };
  const evidence = ([article, status, before, quote, behind]) => {
    const [id, headline, date] = data.articles[article];
    const words = make("blockquote", {}, before, make("mark", {}, quote), behind);
    if (STATUS[status]) words.append(make("span", { class: "status" }, STATUS[status]));
    return [words, make("p", { class: "source" }, [headline, date, headline === id ? "" : id].filter(Boolean).join(" · "))];
  };
  const factNode = (at, fact) => {
    const other = fact[0] === at ? fact[2] : fact[0];
    const entity = typeof other === "number" ? data.entities[other] : null;
    const speech = entity && !(entity[KIND] in data.classes);
    const name = entity ? (speech ? `“${entity[LABEL]}”` : entity[LABEL]) : String(other);
    const link = entity && !speech ? make("button", { type: "button", onclick: () => select(other) }, name) : make("span", {}, name);
    const node = make("div", { class: "fact" }, make("p", {}, fact[0] === at ? "" : "← ", link));
    (speech ? fact[3].slice(0, 1).map(([article, status]) => [article, status, "", "", ""]) : fact[3]).forEach((claim) => {
      const parts = evidence(claim);
      node.append(...(speech ? parts.slice(1) : parts));
    });
    return node;
  };
  const describe = (at) => {
    const [kind, label, forms] = data.entities[at];
    panel.replaceChildren(make("h2", {}, label), make("p", { class: "kind" }, kindTitle(kind)));
    if (forms.length) panel.append(make("p", { class: "forms" }, "Juga: " + forms.join(", ")));
    const groups = new Map();
    for (const fact of factsOf.get(at) || []) groups.set(fact[1], [...(groups.get(fact[1]) || []), fact]);
    if (!groups.size) panel.append(make("p", { class: "hint" }, "Disebut dalam artikel, tanpa fakta. ", make("span", { lang: "en" }, "Mentioned, no facts.")));
    for (const [relation, facts] of groups) {
      panel.append(make("h3", {}, ...bilingual(data.relations[relation])));
      facts.forEach((fact) => panel.append(factNode(at, fact)));
    }
    panel.scrollTop = 0;
  };
  const select = (at) => {
    if (!nodes.get(at)) neighbourhood(at);
    describe(at);
    labelEdges(at);
    network.selectNodes([at]);
    network.moveTo({ position: network.getPosition(at), animation: false });
  };
  network.on("click", (event) => { if (event.nodes.length) { describe(event.nodes[0]); labelEdges(event.nodes[0]); } });

  // -- search -----------------------------------------------------------------------------------
  const search = document.getElementById("search"), found = document.getElementById("found");
  const fold = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const names = shown.map((at) => [at, [data.entities[at][LABEL], ...data.entities[at][FORMS]].map(fold)]);
  let choice = 0;
  const options = () => [...found.children];
  const mark = () => options().forEach((option, i) => option.setAttribute("aria-selected", String(i === choice)));
  const close = () => { found.hidden = true; search.setAttribute("aria-expanded", "false"); };
  const pick = (at) => { close(); search.value = data.entities[at][LABEL]; select(at); };
  const rank = (folded, wanted) => folded.some((n) => n === wanted) ? 0 : folded.some((n) => n.startsWith(wanted)) ? 1 : folded.some((n) => n.includes(" " + wanted)) ? 2 : folded.some((n) => n.includes(wanted)) ? 3 : 9;
  search.addEventListener("input", () => {
    const wanted = fold(search.value.trim());
    if (!wanted) return close();
    const hits = names.map(([at, folded]) => [rank(folded, wanted), -(factsOf.get(at) || []).length, at]).filter((hit) => hit[0] < 9)
      .sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, 12);
    found.replaceChildren(...hits.map(([, , at]) => make("li", { role: "option", "data-at": String(at), onclick: () => pick(at) },
      make("span", {}, data.entities[at][LABEL]), make("span", { lang: "en" }, data.classes[data.entities[at][KIND]].id))));
    choice = 0; mark();
    found.hidden = !hits.length;
    search.setAttribute("aria-expanded", String(hits.length > 0));
  });
  search.addEventListener("keydown", (event) => {
    const all = options();
    if (event.key === "Escape") close();
    if (!all.length || found.hidden) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      choice = (choice + (event.key === "ArrowDown" ? 1 : all.length - 1)) % all.length;
      mark(); all[choice].scrollIntoView({ block: "nearest" }); event.preventDefault();
    }
    if (event.key === "Enter") pick(Number(all[choice].dataset.at));
  });
  search.addEventListener("blur", () => setTimeout(close, 150));

  // -- legend -----------------------------------------------------------------------------------
  const PATHS = { dot: "M8 1a7 7 0 1 0 .01 0z", box: "M1 4h14v8H1z", square: "M2 2h12v12H2z", triangle: "M8 1l7 13H1z",
    triangleDown: "M8 15l7-13H1z", diamond: "M8 0l7 8-7 8-7-8z", hexagon: "M4 2h8l4 6-4 6H4L0 8z", star: "M8 0l2.2 5.3 5.8.4-4.4 3.7 1.4 5.6L8 12l-5 3 1.4-5.6L0 5.7l5.8-.4z" };
  const icon = (style) => {
    const space = "http:" + "//www.w3.org/2000/svg";
    const svg = document.createElementNS(space, "svg"), path = document.createElementNS(space, "path");
    svg.setAttribute("viewBox", "0 0 16 16"); svg.setAttribute("aria-hidden", "true");
    path.setAttribute("d", PATHS[style.shape] || PATHS.dot); path.setAttribute("fill", style.colour); path.setAttribute("stroke", ink); path.setAttribute("stroke-width", ".8");
    svg.append(path);
    return svg;
  };
  const legend = document.getElementById("legend");
  for (const [kind, style] of Object.entries(data.classes)) {
    const number = shown.filter((at) => data.entities[at][KIND] === kind).length;
    if (!number) continue;
    const button = make("button", { type: "button", "aria-pressed": "true", onclick: () => {
      const off = button.getAttribute("aria-pressed") === "true";
      button.setAttribute("aria-pressed", String(!off));
      if (off) hiddenKinds.add(kind); else hiddenKinds.delete(kind);
      view.refresh();
    } }, icon(style), `${style.id} `, make("span", { lang: "en" }, style.en), ` ${number}`);
    legend.append(button);
  }
})();
