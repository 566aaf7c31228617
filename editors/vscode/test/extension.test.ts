// The extension with a VS Code that is none: what it asks of it, and a client that notes how it would start.
import assert from "node:assert/strict";
import Module from "node:module";
import { test } from "node:test";

interface Started {
  server: { command: string; args: string[]; options: { cwd?: string } };
  client: { documentSelector: unknown[] };
  running: boolean;
}

const started: Started[] = [];
const errors: string[] = [];
const commands = new Map<string, () => Promise<void>>();
const settings: Record<string, unknown> = {};
let fails = false;
let configured: (event: { affectsConfiguration(name: string): boolean }) => Promise<void> = async () => {};

class LanguageClient {
  private readonly noted: Started;
  constructor(_id: string, _name: string, server: Started["server"], client: Started["client"]) {
    this.noted = { server, client, running: false };
    started.push(this.noted);
  }
  async start(): Promise<void> {
    if (fails) {
      throw new Error("spawn filinglint ENOENT");
    }
    this.noted.running = true;
  }
  async stop(): Promise<void> {
    this.noted.running = false;
  }
}

const disposable = { dispose: () => {} };
const vscode = {
  window: {
    createOutputChannel: () => disposable,
    showErrorMessage: (words: string) => errors.push(words),
  },
  commands: {
    registerCommand: (name: string, act: () => Promise<void>) => {
      commands.set(name, act);
      return disposable;
    },
  },
  workspace: {
    workspaceFolders: [{ uri: { fsPath: "/drafts" } }],
    getConfiguration: () => ({ get: (key: string, otherwise: unknown) => settings[key] ?? otherwise }),
    onDidChangeConfiguration: (act: typeof configured) => {
      configured = act;
      return disposable;
    },
    onDidGrantWorkspaceTrust: () => disposable,
  },
};

type Load = (request: string, ...rest: unknown[]) => unknown;
const loader = Module as unknown as { _load: Load };
const load = loader._load;
loader._load = function (request: string, ...rest: unknown[]): unknown {
  if (request === "vscode") {
    return vscode;
  }
  return request === "vscode-languageclient/node"
    ? { LanguageClient, TransportKind: { stdio: 0 } }
    : load.call(this, request, ...rest);
};

test("it starts, starts anew when its settings change, says why it does not, and stops", async () => {
  const extension = require("../src/extension") as typeof import("../src/extension");
  const context = { subscriptions: [] as unknown[] };
  await extension.activate(context as never);
  assert.equal(started.length, 1);
  assert.equal(started[0].server.command, "filinglint");
  assert.deepEqual(started[0].server.args, ["lsp"]);
  assert.equal(started[0].server.options.cwd, "/drafts");
  assert.ok(started[0].running);
  assert.equal(context.subscriptions.length, 4);

  await configured({ affectsConfiguration: (name) => name === "editor.fontSize" });
  assert.equal(started.length, 1);
  settings.args = ["--purpose", "submit"];
  await configured({ affectsConfiguration: (name) => name === "filinglint.args" });
  assert.ok(!started[0].running);
  assert.deepEqual(started[1].server.args, ["lsp", "--purpose", "submit"]);

  fails = true;
  await commands.get("filinglint.restart")?.();
  assert.match(errors[0], /pip install 'filinglint\[lsp\]'/);
  settings.command = [];
  await commands.get("filinglint.restart")?.();
  assert.match(errors[1], /names no program/);

  fails = false;
  settings.command = ["python3", "-m", "filinglint"];
  await commands.get("filinglint.restart")?.();
  const last = started[started.length - 1];
  assert.ok(last.running);
  await extension.deactivate();
  assert.ok(!last.running);
});
