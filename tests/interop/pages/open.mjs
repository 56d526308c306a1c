// Pages in Chromium, as a reader has them: on a phone, on a desk, in the dark, on paper, without scripts.
//
//   node open.mjs MODULES FOLDER     opens every FOLDER/*.html, keeps pictures and PDFs in FOLDER/seen, says what is wrong
//   node open.mjs MODULES FOLDER --faults=request,axe,…     there is one page, and exactly these kinds are wrong with it
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { launched, watched } from "./browser.mjs";

const [modules, folder, expected] = process.argv.slice(2);
const axe = readFileSync(createRequire(`${modules}/`).resolve("axe-core/axe.min.js"), "utf8");
const VIEWS = [
  { name: "desk", width: 1280, height: 800, scheme: "light" },
  { name: "phone", width: 390, height: 844, scheme: "light", isMobile: true, hasTouch: true },
  { name: "dark", width: 1280, height: 800, scheme: "dark" },
  { name: "phone-dark", width: 390, height: 844, scheme: "dark", isMobile: true, hasTouch: true },
];

const settled = (page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));

// What a reader reads: the text without the buttons that a script adds.
const words = (page) =>
  page.evaluate(() => {
    for (const button of document.querySelectorAll("button")) button.remove();
    return document.body.innerText.replace(/\s+/g, " ");
  });

// Text that runs out of the window or of its own box.
const cut = (page, width) =>
  page.evaluate((width) => {
    const out = [];
    const whole = document.documentElement;
    if (whole.scrollWidth > width) out.push(`${whole.scrollWidth} wide in a window of ${width}`);
    for (const one of document.querySelectorAll("main *")) {
      // what can be scrolled, by keyboard too, is not cut
      const region = one.closest(".wide[tabindex]");
      if (region && region !== one) continue;
      const box = one.getBoundingClientRect();
      const hidden = one.closest("svg") || box.width === 0 || getComputedStyle(one).clipPath !== "none" || one.closest("thead");
      if (!hidden && (box.right > width + 1 || box.left < -1 || one !== region && one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== "inline"))
        out.push(`${one.tagName.toLowerCase()}: ${one.textContent.trim().slice(0, 40)}`);
    }
    return out.slice(0, 3);
  }, width);

async function accessible(page, view, faults) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const one of found.violations) {
    const at = one.nodes.map((node) => node.target.join(" ")).slice(0, 2);
    faults.push(`axe: ${view.name}: ${one.id} ${one.help} (${one.nodes.length}: ${at.join(", ")})`);
  }
}

// The button beside each text puts the text on the clipboard, by mouse and by keyboard.
async function copies(page, faults) {
  const texts = await page.$$("pre[data-copy]");
  for (const [at, text] of [texts[0], texts.at(-1)].filter(Boolean).entries()) {
    const button = await page.evaluateHandle((one) => one.nextElementSibling, text);
    if (!(await button.evaluate((one) => one?.tagName === "BUTTON"))) {
      faults.push("copy: no button");
      continue;
    }
    await (at === 0 ? button.click() : button.focus().then(() => page.keyboard.press("Enter")));
    await settled(page);
    const got = await page.evaluate(async (one) => [await navigator.clipboard.readText(), one.textContent], text);
    if (got[0] !== got[1]) faults.push(`copy: "${got[0].slice(0, 40)}" instead of "${got[1].slice(0, 40)}"`);
  }
}

// A script and a picture that got into the page after all: the policy stops them.
const policy = (page) =>
  page.evaluate(async () => {
    const stopped = [];
    document.addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
    const script = document.createElement("script");
    script.textContent = "globalThis.got_in = true";
    document.body.append(script);
    const picture = new Image();
    picture.src = "https://example.com/x.png";
    document.body.append(picture);
    await new Promise((done) => setTimeout(done, 50));
    return { ran: globalThis.got_in === true, stopped };
  });

async function opened(browser, name) {
  const faults = [];
  const url = pathToFileURL(resolve(folder, name)).href;
  const seen = `${folder}/seen/${name.replace(/\.html$/, "")}`;
  const page = await watched(browser, faults);
  await page.goto(url);
  for (const view of VIEWS) {
    await page.setViewport({ ...view, deviceScaleFactor: 1 });
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: view.scheme }]);
    await settled(page);
    faults.push(...(await cut(page, view.width)).map((one) => `cut: ${view.name}: ${one}`));
    const bright = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).slice(0, 3).every((part) => part > 127));
    if (bright !== (view.scheme === "light")) faults.push(`colour: the page is ${bright ? "bright" : "dark"} when it should be ${view.scheme}`);
    await page.screenshot({ path: `${seen}-${view.name}.png`, fullPage: true });
    if (view.name === "desk" || view.name === "phone-dark") await accessible(page, view, faults);
  }
  await page.emulateMediaFeatures([]);
  writeFileSync(`${seen}.pdf`, await page.pdf({ preferCSSPageSize: true, printBackground: true }));
  await copies(page, faults);
  const read = await words(page);
  await page.close();

  const plain = await watched(browser, faults);
  await plain.setViewport(VIEWS.at(-1));
  await plain.setJavaScriptEnabled(false);
  await plain.goto(url);
  const plainly = await words(plain);
  if (plainly !== read || plainly.length < 20) faults.push(`no-script: ${plainly.length} characters instead of ${read.length}`);
  await plain.close();

  const attacked = await watched(browser, []);
  await attacked.goto(url);
  const { ran, stopped } = await policy(attacked);
  if (ran || !stopped.some((one) => one.startsWith("script")) || !stopped.includes("img-src")) faults.push(`policy: it stopped ${stopped}`);
  await attacked.close();
  return faults;
}

mkdirSync(`${folder}/seen`, { recursive: true });
const names = readdirSync(folder).filter((name) => name.endsWith(".html")).sort();
const all = {};
const waiting = [...names];
// two browsers, as a tab in the background is not drawn
async function half() {
  const browser = await launched(modules);
  await browser.defaultBrowserContext().overridePermissions("file://", ["clipboard-read", "clipboard-write", "clipboard-sanitized-write"]);
  for (let name = waiting.shift(); name; name = waiting.shift()) all[name] = await opened(browser, name);
  await browser.close();
}
await Promise.all([half(), half()]);
if (expected) {
  const kinds = new Set(Object.values(all).flat().map((fault) => fault.split(":")[0]));
  const wanted = new Set(expected.split("=")[1].split(","));
  for (const kind of wanted) if (!kinds.has(kind)) console.log(`nothing of the kind ${kind} was found`);
  process.exit([...wanted].every((kind) => kinds.has(kind)) ? 0 : 1);
}
for (const name of names) for (const fault of all[name]) console.log(`  ${name}: ${fault}`);
console.log(`${names.length} pages, ${VIEWS.length} pictures of each`);
process.exit(names.length > 0 && Object.values(all).every((faults) => faults.length === 0) ? 0 : 1);
