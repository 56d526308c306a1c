// Pictures of the pages of a folder as READMEs show them: the month, the charts of load.
//
//   node take.mjs MODULES FOLDER TARGET
import { readdirSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { launched } from "../interop/pages/browser.mjs";

const [modules, folder, target] = process.argv.slice(2);
const WIDTHS = { month: 1280, load: 900 };

// The part of the page to take: [top, bottom].
const part = (kind) => {
  const tables = [...document.querySelectorAll("table")].map((one) => one.getBoundingClientRect());
  return [kind === "month" ? 0 : tables[0].top - 8, tables.at(-1).bottom + 12];
};

const browser = await launched(modules);
const page = await browser.newPage();
for (const name of readdirSync(folder).filter((name) => name.endsWith(".html"))) {
  const kind = name.split(".")[0];
  const width = WIDTHS[kind];
  await page.setViewport({ width, height: 700 });
  await page.goto(pathToFileURL(`${folder}/${name}`).href);
  const [top, bottom] = await page.evaluate(part, kind);
  await page.screenshot({ path: `${target}/${name.replace(/html$/, "png")}`, clip: { x: 0, y: top, width, height: bottom - top } });
}
await browser.close();
