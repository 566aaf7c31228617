// The real server, started as the extension starts it. FILINGLINT names the program; without it there is no such test.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";

import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from "vscode-languageserver-protocol/node";

import { start } from "../src/options";

const program = process.env.FILINGLINT;
const example = process.env.FILINGLINT_EXAMPLE;

test("the server shows what is in a filing", { skip: !program || !example, timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "filinglint-"));
  const file = join(folder, "filing.txt");
  const text = readFileSync(example ?? "", "utf8");
  writeFileSync(file, text);
  const how = start({ command: [program ?? ""], args: [], docs: "" }, { folder, home: "", environment: {} });
  const server = spawn(how.command, how.args, { cwd: how.cwd, stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const shown = new Promise<{ code: string }[]>((resolve) => {
    connection.onNotification("textDocument/publishDiagnostics", (said: { diagnostics: { code: string }[] }) =>
      resolve(said.diagnostics),
    );
  });
  connection.listen();
  const uri = pathToFileURL(file).toString();
  await connection.sendRequest("initialize", { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification("initialized", {});
  await connection.sendNotification("textDocument/didOpen", {
    textDocument: { uri, languageId: "plaintext", version: 1, text },
  });
  assert.ok((await shown).some((one) => one.code === "COV004"));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  assert.equal(await new Promise((resolve) => server.on("exit", resolve)), 0);
});
