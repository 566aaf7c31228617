import assert from "node:assert/strict";
import { test } from "node:test";

import { documentSelector, start, told } from "../src/options";

const around = { folder: "/drafts", home: "/home/ann", environment: { VENV: "/venv" } };
const plain = { command: ["filinglint"], args: [], docs: "" };

test("the command of the settings is started in the folder that is open", () => {
  assert.deepEqual(start(plain, around), { command: "filinglint", args: ["lsp"], cwd: "/drafts" });
});

test("folders, the home and the environment are put into the command and its options", () => {
  const settings = {
    command: ["${env:VENV}/bin/python", "-m", "filinglint"],
    args: ["--config", "${workspaceFolder}/a.toml", "${userHome}", "${other}"],
    docs: "",
  };
  assert.deepEqual(start(settings, around), {
    command: "/venv/bin/python",
    args: ["-m", "filinglint", "lsp", "--config", "/drafts/a.toml", "/home/ann", "${other}"],
    cwd: "/drafts",
  });
});

test("without a folder its name stays, and the server starts where VS Code does", () => {
  const found = start({ ...plain, command: ["${workspaceFolder}/x"] }, { ...around, folder: undefined });
  assert.equal(found.command, "${workspaceFolder}/x");
  assert.equal(found.cwd, undefined);
});

test("the address of the pages is passed on", () => {
  assert.deepEqual(start({ ...plain, docs: "https://docs.example/rules/" }, around).args, [
    "lsp",
    "--docs",
    "https://docs.example/rules/",
  ]);
});

test("a command that names nothing is refused", () => {
  assert.throws(() => start({ ...plain, command: [""] }, around), /names no program/);
});

test("only files are asked about: filings, summaries, configurations and manifests", () => {
  const selector = documentSelector();
  assert.ok(selector.every((one) => one.scheme === "file"));
  assert.ok(selector.some((one) => "pattern" in one && one.pattern.includes("submission.*")));
});

test("who has no filinglint is told how to get it", () => {
  assert.match(told(new Error("spawn ENOENT"), start(plain, around)), /spawn ENOENT Install it with: pip install/);
});
