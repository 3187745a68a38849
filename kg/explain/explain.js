"use strict";
(() => {
  const statements = new Map([...document.querySelectorAll(".statement")].map((one) => [one.dataset.number, one]));
  const evidence = new Map([...statements.keys()].map((number) => [number, []]));
  for (const part of document.querySelectorAll("[data-evidence]")) {
    part.dataset.evidence.split(" ").forEach((number) => evidence.get(number).push(part));
  }
  const length = (number) => evidence.get(number).reduce((sum, part) => sum + part.textContent.length, 0);
  const mentions = (number) => statements.get(number).dataset.ends.trim().split(" ")
    .flatMap((referent) => [...document.querySelectorAll(`main [data-referent="${referent}"]`)]);
  let lit = null, pinned = null;

  const light = (number) => {
    if (number === lit) return;
    for (const name of ["lit", "named", "on"]) document.querySelectorAll(`.${name}`).forEach((node) => node.classList.remove(name));
    lit = number;
    if (number === null) return;
    statements.get(number).classList.add("on");
    evidence.get(number).forEach((part) => part.classList.add("lit"));
    mentions(number).forEach((mention) => mention.classList.add("named"));
  };
  const pin = (number) => {
    pinned = number;
    statements.forEach((one, own) => one.querySelector("button").setAttribute("aria-pressed", String(own === number)));
    light(number);
  };
  const reading = () => !getSelection().isCollapsed;
  const see = (node) => node.scrollIntoView({ block: "nearest" });

  statements.forEach((one, number) => {
    one.addEventListener("mouseenter", () => light(number));
    one.addEventListener("mouseleave", () => light(pinned));
    one.addEventListener("focusin", () => light(number));
    one.addEventListener("focusout", () => light(pinned));
    one.addEventListener("click", () => {
      if (reading()) return;
      pin(pinned === number ? null : number);
      if (pinned && evidence.get(number).length) see(evidence.get(number)[0]);
    });
  });
  // A click on the text goes to the statement with the shortest evidence there, the next one to the next.
  document.querySelectorAll("[data-evidence]").forEach((part) => part.addEventListener("click", () => {
    if (reading()) return;
    const all = part.dataset.evidence.split(" ").sort((one, two) => length(one) - length(two));
    const number = all[(all.indexOf(pinned) + 1) % all.length];
    pin(number);
    see(statements.get(number));
  }));
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") pin(null); });
})();
