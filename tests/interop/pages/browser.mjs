// Chromium for the checks of pages: Debian's, or where the distribution has none of its own (Ubuntu's opens a snap) that of
// a package of npm. It may load files of one folder and nothing else; what else it asks for is kept in a list.
import { createRequire } from "node:module";
import { execFileSync } from "node:child_process";
import { pathToFileURL } from "node:url";

function runs(program) {
  try {
    return execFileSync(program, ["--version"], { stdio: ["ignore", "pipe", "ignore"] }).includes("Chrom");
  } catch {
    return false;
  }
}

export async function launched(modules) {
  const require = createRequire(`${modules}/`);
  const own = process.env.QUN_BROWSER === "npm" ? undefined : ["/usr/bin/chromium"].find(runs);
  let executablePath = own;
  if (!own) {
    const packaged = await import(pathToFileURL(require.resolve("@sparticuz/chromium")));
    executablePath = await (packaged.default.executablePath ? packaged.default : packaged.default.default).executablePath();
  }
  // a phone's scroll bars take no room
  const args = ["--no-sandbox", "--disable-gpu", "--force-color-profile=srgb", "--lang=en", "--hide-scrollbars"];
  return require("puppeteer-core").launch({ executablePath, args, headless: "shell" });
}

// A tab in which every request but the page itself is stopped, and all that should not happen is written down.
export async function watched(browser, faults) {
  const page = await browser.newPage();
  await page.setRequestInterception(true);
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.url().startsWith("file://")) return request.continue();
    faults.push(`request: ${request.url()}`);
    return request.abort();
  });
  page.on("console", (message) => {
    if (["error", "warn"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`script: ${error}`));
  page.on("popup", () => faults.push("popup: a window"));
  page.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    return dialog.dismiss();
  });
  return page;
}
