// How the server is started and for which documents it is asked. Nothing here needs VS Code, so that tests need none.

export interface Settings {
  readonly command: readonly string[];
  readonly args: readonly string[];
  readonly docs: string;
}

export interface Surroundings {
  readonly folder: string | undefined;
  readonly home: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Start {
  readonly command: string;
  readonly args: string[];
  readonly cwd: string | undefined;
}

// Files alone: what a comparison shows of another revision is on no disk.
export const LANGUAGES = ["html", "xml", "plaintext", "markdown"] as const;
export const CONFIGURING = "**/{filinglint.toml,.filinglint.toml,pyproject.toml,filinglint-waivers.toml,submission.*}";

export function documentSelector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
  return [
    ...LANGUAGES.map((language) => ({ scheme: "file", language })),
    { scheme: "file", pattern: CONFIGURING },
    { scheme: "file", pattern: "**/*.{sgml,nc}" },
  ];
}

export function start(settings: Settings, around: Surroundings): Start {
  const words = settings.command.map((word) => filled(word, around)).filter((word) => word !== "");
  const [command, ...before] = words;
  if (command === undefined) {
    throw new Error("filinglint.command names no program; the default is [\"filinglint\"]");
  }
  const docs = settings.docs === "" ? [] : ["--docs", settings.docs];
  return {
    command,
    args: [...before, "lsp", ...docs, ...settings.args.map((word) => filled(word, around))],
    cwd: around.folder,
  };
}

function filled(word: string, around: Surroundings): string {
  return word.replace(/\$\{(workspaceFolder|userHome|env:([^}]+))\}/g, (whole: string, name: string, key?: string) => {
    if (name === "workspaceFolder") {
      return around.folder ?? whole;
    }
    return name === "userHome" ? around.home : (around.environment[key ?? ""] ?? "");
  });
}

export function told(error: unknown, start: Start): string {
  const words = error instanceof Error ? error.message : String(error);
  return (
    `filinglint cannot be started as '${[start.command, ...start.args].join(" ")}': ${words} ` +
    "Install it with: pip install 'filinglint[lsp]', and say where it is in filinglint.command."
  );
}
