// A thread in which `migrate` compiles the Sass of a site, so that an endless loop in it can be stopped. It reads only the
// files that it is sent: nothing of the disk.
import { parentPort, workerData } from "node:worker_threads";
import { compileSass, type SassSource } from "./customized/compile-sass.js";

parentPort?.postMessage(compileSass(workerData as SassSource));
