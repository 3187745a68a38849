// The start: addresses that say what is selected, the keyboard, the language, and the first drawing.
let heeding = true;
const address = () => {
  const { view, selected } = state;
  const focus = view.kind === "focus" ? `#focus=${view.steps}:${data.nodes[view.at][KEY]}` : view.kind === "community" ? `#community=${view.at}` : "";
  return selected === null ? focus : `#id:${data.nodes[selected][KEY]}${focus ? `&${focus.slice(1)}` : ""}`;
};
const remember = () => {
  if (heeding && location.hash !== encodeURI(address())) history.pushState(null, "", encodeURI(address()) || "#");
};
const heed = () => { // what the address says
  const hash = decodeURI(location.hash), key = /#id:([^&]+)/.exec(hash), focus = /focus=(\d):([^&]+)/.exec(hash), group = /community=(\d+)/.exec(hash);
  heeding = false;
  state.selected = key && byKey.has(key[1]) ? byKey.get(key[1]) : null; state.edge = null;
  if (focus && byKey.has(focus[2])) state.view = { kind: "focus", at: byKey.get(focus[2]), steps: Number(focus[1]) };
  else if (group && data.communities[Number(group[1])]) state.view = { kind: "community", at: Number(group[1]) };
  else state.view = { kind: "start" };
  draw();
  if (state.selected !== null && !nodes.get(state.selected)) { state.view = { kind: "focus", at: state.selected, steps: 1 }; draw(); }
  describe(); listing();
  heeding = true;
};
const step = (key) => { // to the neighbour that lies most in the arrow's direction
  const here = network.getPosition(state.selected), [dx, dy] = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const best = network.getConnectedNodes(state.selected).map((id) => {
    const there = network.getPosition(id), x = there.x - here.x, y = there.y - here.y;
    return [(x * dx + y * dy) / Math.hypot(x, y), id];
  }).sort((a, b) => b[0] - a[0])[0];
  if (best && best[0] > 0) select(best[1]);
};
document.addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT", "TEXTAREA"].includes(event.target.tagName);
  if (event.key === "Escape" && (event.target === search || !typing)) { search.value = ""; close(); clear(); return; }
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !document.getElementById("keys").checked) return;
  if (event.key === "/") { search.focus(); search.select(); event.preventDefault(); }
  if (event.target !== map && !map.contains(event.target)) return;
  if (event.key.startsWith("Arrow")) {
    if (state.selected !== null && nodes.get(state.selected)) step(event.key);
    else if (ranked.length) select(ranked.find((id) => !isCommunity(id)));
    event.preventDefault();
  }
  if (event.key === "f" && state.selected !== null) show({ kind: "focus", at: state.selected, steps: 1 });
  if (event.key === "0") show({ kind: "start" });
  if (event.key === "+" || event.key === "-") network.moveTo({ scale: network.getScale() * (event.key === "+" ? 1.25 : 0.8) });
});
const press = (id, action) => document.getElementById(id).addEventListener("click", action);
press("back", () => show({ kind: "start" }));
press("near", () => show({ kind: "focus", at: state.selected, steps: 1 }));
press("nearer", () => show({ kind: "focus", at: state.selected, steps: 2 }));
press("list", ({ currentTarget }) => {
  const listed = document.getElementById("listed");
  listed.hidden = !listed.hidden; map.hidden = !listed.hidden;
  currentTarget.setAttribute("aria-pressed", String(!listed.hidden));
  listing();
});
press("physics", ({ currentTarget }) => network.setOptions({ physics: { enabled: currentTarget.checked, stabilization: false } }));
document.getElementById("language").addEventListener("change", ({ target }) => { language = target.value; begin(); });
window.addEventListener("popstate", heed);
const begin = () => { spoken(); document.getElementById("language").value = language; choices(); legend(); bounds(); heed(); };
prepare();
begin();
window.jejaring = { network, state, select, nameOf };
