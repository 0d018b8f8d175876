// Saves every file of before/ again as programs in JavaScript do; README.md says how to run it.
import { createRequire } from "node:module";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [here, packages] = process.argv.slice(2);
const require = createRequire(join(packages, "package.json"));
const yaml = require("yaml");
const matter = require("gray-matter");
const jsYaml4 = require("js-yaml");
const jsYaml5 = require("js-yaml5");

const inFences = (save) => (text) => {
  const [, front, notes] = /^---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(text);
  return `---\n${save(front).trimEnd()}\n---\n${notes}`;
};

const programs = {
  // What Pages CMS does, and many others.
  "npm-yaml": inFences((front) => yaml.stringify(yaml.parse(front))),
  // Keeps comments.
  "npm-yaml-document": inFences((front) => yaml.parseDocument(front).toString()),
  // What Front Matter CMS does with the settings of our frontmatter.json.
  "front-matter-cms": inFences((front) =>
    yaml.stringify(yaml.parseDocument(front).toJSON(), {
      lineWidth: 50000, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN",
      keepUndefined: false, indent: 2, indentSeq: true,
    }),
  ),
  // With js-yaml 3, as in many generators of sites.
  "gray-matter": (text) => {
    const { data, content } = matter(text, {});
    return matter.stringify(content, data);
  },
  "js-yaml-4": inFences((front) => jsYaml4.dump(jsYaml4.load(front))),
  "js-yaml-5": inFences((front) => jsYaml5.dump(jsYaml5.load(front))),
};

for (const [name, save] of Object.entries(programs)) {
  mkdirSync(join(here, name), { recursive: true });
  for (const file of readdirSync(join(here, "before"))) {
    writeFileSync(join(here, name, file), save(readFileSync(join(here, "before", file), "utf8")));
  }
}
