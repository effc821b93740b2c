/** What a talk needs beyond the start screen: conversation, route and facts, with their style sheets. Loaded apart. */
import "./parts/chat.js";
import "./parts/facts.js";
import "./parts/route.js";
import { unsafeCSS } from "lit";
import chat from "./styles/chat.css";
import print from "./styles/print.css";
import route from "./styles/route.css";

export { printAlone } from "./parts/take-along.js";
export const styles = [chat, route, print].map((sheet) => unsafeCSS(sheet));
