// Prints the index of the sections that are given as JSON:  node build.mjs FOLDER < SECTIONS
// FOLDER holds minisearch.mjs and options.mjs, as the site has them.
import { argv, stdin, stdout } from "node:process";
import { json } from "node:stream/consumers";
import { pathToFileURL } from "node:url";

const beside = async (name) => import(new URL(name, pathToFileURL(`${argv[2]}/`)));
const { default: MiniSearch } = await beside("minisearch.mjs");
const { OPTIONS } = await beside("options.mjs");
const index = new MiniSearch(OPTIONS);
index.addAll(await json(stdin));
stdout.write(JSON.stringify(index));
