// Bundles src/ into dist/leer-route.js and puts the pages of the demo portal beside it.
import { build, context, transform } from "esbuild";
import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";

const theme = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css";

/** Style sheets come in as minified text: the component adopts them, nothing is put inline. */
const cssAsText = {
  name: "css-as-text",
  setup({ onLoad }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const { code } = await transform(source, { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

const options = {
  entryPoints: ["src/leer-route.ts"],
  outdir: "dist",
  chunkNames: "leer-route-[name]-[hash]",
  splitting: true,
  bundle: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "none",
  plugins: [cssAsText],
};

await rm("dist", { recursive: true, force: true });
await mkdir("dist", { recursive: true });
await cp("demo", "dist", { recursive: true });
await cp(createRequire(import.meta.url).resolve(theme), "dist/voorbeeld-theme.css");

if (process.argv.includes("--watch")) {
  await (await context(options)).watch();
} else {
  await build(options);
}
