// Pages of plans whose texts are payloads, in Chromium: nothing runs, nothing loads, the elements are those of a harmless plan.
//
//   node pages.mjs MODULES FOLDER PAYLOADS     FOLDER/00 … 59 against FOLDER/plain
import { readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launched, watched } from "../pages/browser.mjs";

const [modules, folder, list] = process.argv.slice(2);
const payloads = readFileSync(list, "utf8").split("\n").slice(0, 60);
// lists of a document and findings depend on the words; days and entries do not
const SAME = /^(month|agenda|person|index|weekly|sign-in)/;
const OURS = new Set(
  ("html head meta title style body main h1 h2 h3 p section nav div span strong time ul ol li table caption thead tbody tr th td " +
    "pre a svg rect path footer script button").split(" "),
);

const inside = () => {
  const all = [...document.querySelectorAll("*")];
  const acting = all.flatMap((one) =>
    [...one.attributes].filter(({ name, value }) => /^on|^style$|^src|^formaction$|^background$/.test(name) || (name === "href" && /^\s*\w+:|^\/\//.test(value))),
  );
  return {
    elements: all.map((one) => one.localName),
    attributes: acting.map(({ name, value }) => `${name}=${value.slice(0, 40)}`),
    scripts: [...document.scripts].map((one) => one.textContent),
    text: document.body.textContent.replace(/\s+/g, " "),
    ran: globalThis.p_ran,
  };
};

const [, script] = readFileSync(`${folder}/plain/agenda-2026-12.html`, "utf8").match(/<script>([^]*)<\/script>/);
const browser = await launched(modules);
const plain = {};
const shown = new Set();
const wrong = [];
let opened = 0;

// A page by its kind: those of people are called by their names, which are payloads with a number.
const key = (name) => name.replace(/^person-.*-(\d+)\.html$/, "person-$1.html");

async function open(turns) {
  const faults = [];
  const page = await watched(browser, faults);
  await page.evaluateOnNewDocument(() => {
    globalThis.p_ran = 0;
    globalThis.p = () => (globalThis.p_ran += 1);
  });
  for (const turn of turns) {
    for (const name of readdirSync(`${folder}/${turn}`).filter((name) => name.endsWith(".html"))) {
      faults.length = 0;
      await page.goto(pathToFileURL(resolve(folder, turn, name)).href).catch(() => undefined);
      opened += 1;
      const found = await page.evaluate(inside).catch(() => undefined);
      if (!found) {
        wrong.push(`  ${turn}/${name}: navigation: it went elsewhere`);
        continue;
      }
      if (turn === "plain") plain[key(name)] = found.elements.join(" ");
      else for (const payload of payloads) if (found.text.includes(payload.trim().replace(/\s+/g, " "))) shown.add(payload);
      const strange = found.elements.filter((one) => !OURS.has(one));
      if (found.ran) faults.push(`ran: ${found.ran} times`);
      if (strange.length) faults.push(`elements: ${strange}`);
      if (found.attributes.length) faults.push(`attributes: ${found.attributes}`);
      if (found.scripts.some((one) => one !== script)) faults.push("script: not ours");
      if (SAME.test(name) && plain[key(name)] !== found.elements.join(" ")) faults.push("elements: not those of the harmless plan");
      wrong.push(...faults.map((fault) => `  ${turn}/${name}: ${fault}`));
    }
  }
  await page.close();
}

await open(["plain"]);
const turns = readdirSync(folder).filter((name) => name !== "plain");
const half = turns.length / 2;
await Promise.all([open(turns.slice(0, half)), open(turns.slice(half))]);
await browser.close();
for (const line of wrong.slice(0, 20)) console.log(line);
for (const payload of payloads) if (!shown.has(payload)) wrong.push(`  no page shows ${payload}`) && console.log(wrong.at(-1));
const kinds = new Set(wrong.map((line) => line.split(": ")[1]));
console.log(`found: ${[...kinds].sort().join(" ")}`);
console.log(`${opened} pages, ${payloads.length} payloads, ${wrong.length} wrong`);
process.exit(wrong.length === 0 && opened > 60 * 10 ? 0 : 1);
