// The days off of the second source, date-holidays (npm), as JSON: code → days. Only compared with, nothing is taken.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
const [table, folder] = process.argv.slice(2);
const Holidays = createRequire(`${folder}/`)("date-holidays");
const codes = readFileSync(table, "utf8").match(/^@\S+/gm).map((line) => line.slice(1));
const countries = new Holidays().getCountries();
const said = {};
for (const code of codes) {
  const [country, part] = code.split("-");
  if (!countries[country]) continue;
  if (part && !Object.keys(new Holidays().getStates(country) ?? {}).includes(part)) continue;
  const calendar = part ? new Holidays(country, part) : new Holidays(country);
  const days = new Set();
  for (let year = 2024; year <= 2032; year += 1)
    for (const holiday of calendar.getHolidays(year, "en") ?? [])
      if (holiday.type === "public") {
        // a holiday can last some days
        const end = new Date(holiday.end);
        for (let at = new Date(holiday.start); at < end; at = new Date(at.getTime() + 86400000)) {
          const day = new Intl.DateTimeFormat("sv-SE", { timeZone: calendar.getTimezones()[0] }).format(at);
          if (day >= "2024" && day < "2033") days.add(day);
        }
      }
  said[code] = [...days].sort();
}
console.log(JSON.stringify(said));
