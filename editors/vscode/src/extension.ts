import { homedir } from "node:os";

import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";

import { documentSelector, type Start, start, told } from "./options";

let client: LanguageClient | undefined;
let channel: vscode.OutputChannel | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  channel = vscode.window.createOutputChannel("filinglint");
  context.subscriptions.push(
    channel,
    vscode.commands.registerCommand("filinglint.restart", restart),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      const ours = ["filinglint.command", "filinglint.args", "filinglint.docs"];
      if (ours.some((name) => event.affectsConfiguration(name))) {
        await restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(restart),
  );
  await begin();
}

export async function deactivate(): Promise<void> {
  const running = client;
  client = undefined;
  await running?.stop();
}

async function restart(): Promise<void> {
  try {
    await deactivate();
  } catch {
    // It had not come up, or is gone already.
  }
  await begin();
}

async function begin(): Promise<void> {
  let how: Start | undefined;
  try {
    how = startOf(vscode.workspace.getConfiguration("filinglint"));
    const options = { cwd: how.cwd };
    const server = { command: how.command, args: how.args, options, transport: TransportKind.stdio };
    client = new LanguageClient("filinglint", "filinglint", server, {
      documentSelector: documentSelector(),
      outputChannel: channel,
    });
    await client.start();
  } catch (error) {
    client = undefined;
    const words = how === undefined ? String(error) : told(error, how);
    void vscode.window.showErrorMessage(words);
  }
}

function startOf(settings: vscode.WorkspaceConfiguration): Start {
  return start(
    {
      command: settings.get<string[]>("command", ["filinglint"]),
      args: settings.get<string[]>("args", []),
      docs: settings.get<string>("docs", ""),
    },
    {
      folder: vscode.workspace.workspaceFolders?.[0]?.uri.fsPath,
      home: homedir(),
      environment: process.env,
    },
  );
}
