// What can be taken away: the view as a picture, the facts of the selection, or of the view, as Turtle or CSV.
const save = (name, blob) => {
  const link = make("a", { download: name });
  link.href = URL.createObjectURL(blob);
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
};
const chosenFacts = () => {
  const ids = state.selected === null ? new Set(nodes.getIds()) : new Set([state.selected]);
  return data.facts.map((_, at) => at).filter((at) => passes(at) && (state.selected === null
    ? ids.has(data.facts[at][SUBJECT]) && (ids.has(data.facts[at][OBJECT]) || typeof data.facts[at][OBJECT] === "string" || !drawable(data.facts[at][OBJECT]))
    : ids.has(data.facts[at][SUBJECT]) || ids.has(data.facts[at][OBJECT])));
};
const savePng = () => {
  const seen = map.querySelector("canvas"), copy = make("canvas", { width: String(seen.width), height: String(seen.height) });
  const context = copy.getContext("2d");
  context.fillStyle = ground; context.fillRect(0, 0, copy.width, copy.height); context.drawImage(seen, 0, 0);
  copy.toBlob((blob) => save("jejaring.png", blob));
};
const iri = (path) => `<${data.base}${encodeURI(path).replace(/[<>"{}|\\^`]/g, encodeURIComponent)}>`;
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
const dateOf = (text) => `"${text}"^^xsd:${["gYear", "gYearMonth", "date"][text.split("-").length - 1]}`;
const saveTurtle = async () => {
  const w3 = "http:" + "//www.w3.org/", ns = "https:" + "//w3id.org/jejaring/ontology#", parts = [
    `@prefix kg: <${ns}> .\n@prefix rdf: <${w3}1999/02/22-rdf-syntax-ns#> .\n@prefix xsd: <${w3}2001/XMLSchema#> .\n@prefix prov: <${w3}ns/prov#> .\n@prefix skos: <${w3}2004/02/skos/core#> .\n`];
  const ends = new Set();
  for (const at of chosenFacts()) {
    const [subject, relation, object, claims] = data.facts[at], said = await evidence(at);
    const target = typeof object === "number" ? iri(data.nodes[object][KEY]) : dateOf(object);
    ends.add(subject); if (typeof object === "number") ends.add(object);
    if (stated[at]) parts.push(`${iri(data.nodes[subject][KEY])} kg:${relation} ${target} .\n`);
    claims.forEach(([article, status, confidence, key, start, end], i) => parts.push(`${iri(`claim/${key}`)} a kg:Claim ; rdf:subject ${iri(data.nodes[subject][KEY])} ; rdf:predicate kg:${relation} ; rdf:object ${target} ;\n    kg:status kg:${status} ; kg:confidence ${confidence.toFixed(4)} ; kg:start ${start} ; kg:end ${end} ; kg:quote ${literal(said[i][1])}@id ;\n    prov:wasDerivedFrom ${iri(`article/${data.articles[article][0]}`)} .\n`));
  }
  for (const at of ends) parts.push(`${iri(data.nodes[at][KEY])} a kg:${data.nodes[at][KIND]}${drawable(at) ? ` ; skos:prefLabel ${literal(data.nodes[at][LABEL])}@id` : ""} .\n`);
  save("jejaring.ttl", new Blob(parts, { type: "text/turtle" }));
};
const cell = (text) => { const plain = /^[=+\-@\t\r]/.test(String(text)) ? `'${text}` : String(text); return /[",\r\n]/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain; };
const saveCsv = async () => {
  const rows = [["subject", "relation", "object", "status", "confidence", "quote", "article", "headline", "publisher", "date"]];
  for (const at of chosenFacts()) {
    const [subject, relation, object, claims] = data.facts[at], said = await evidence(at);
    claims.forEach(([article, status, confidence], i) => {
      const [id, headline, publisher, date] = data.articles[article];
      rows.push([data.nodes[subject][LABEL], relation, typeof object === "number" ? data.nodes[object][LABEL] : object, status, confidence, said[i][1], id, headline, publisher, date]);
    });
  }
  save("jejaring.csv", new Blob([`\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`], { type: "text/csv" }));
};
document.getElementById("png").addEventListener("click", savePng);
document.getElementById("turtle").addEventListener("click", saveTurtle);
document.getElementById("csv").addEventListener("click", saveCsv);
