// What the page says, in each language. {} and {name} are filled in by `said`.

/** @type {Record<string, Record<string, string>>} */
export const WORDS = {
  en: {
    welcome: "A geometry problem in, a proof out", welcomeMore: "See at once how it is read and what it looks like. Drag the points, have it proved and checked, and walk through the proof.",
    skip: "To the statement", reading: "Reading …", problems: "Problems", history: "History", openFile: "Open .ggb", otherLanguage: "中文",
    statement: "Statement", outcome: "What came of it", figure: "Figure", close: "Close", search: "Search the problems", suite: "Collection",
    placeholder: "Type or paste a problem, as a contest paper prints it.\nFor example: Let H be the orthocenter of triangle ABC. Prove that …",
    prove: "Prove", check: "Is it right?", explore: "What can be said?", share: "Copy link", copied: "Link copied", copyThis: "Copy the address of this page",
    atMost: "at most", tenSeconds: "10 s", oneMinute: "1 min", fiveMinutes: "5 min", examples: "Or begin with one of these", howRead: "How it is read", stop: "Stop",
    previous: "‹ Previous", next: "Next step ›", all: "Show all", reset: "Reset figure", another: "Another figure",
    drag: "Drag the points with a ring: everything that is given stays true.",
    notUnderstood: "This isn't understood:", readIn: "Read in {} ms.", holds: "True in this figure.", fails: "{}.", noFigure: "No figure: {}.",
    proving: "Proving", exploring: "Looking for what follows", checking: "Looking at many figures", waiting: "Waiting for its turn", trying: "Trying your points",
    tried: "{count} sets of auxiliary points tried, {rate} a second", depth: "{} points", depthOne: "1 point", of: "{} of {total}",
    proved: "Proved", provedIn: "{steps} steps, found in {seconds} s and accepted by the independent checker.", provedAll: "Found in {seconds} s; each accepted by the independent checker.",
    unproved: "Not proved", timeout: "Out of time", false: "False", depends: "It depends on the figure", invalid: "Not a statement that can be proved", stopped: "Stopped", failed: "No answer",
    true: "It looks right", "no-figure": "There is no such figure", degenerate: "Degenerate", trivial: "Nothing to prove", unread: "Not understood", undecided: "Undecided",
    configurations: "Kinds of figures", goals: "Goals", goal: "Goal {}", where: "Where {}", otherwise: "Otherwise", itHolds: "holds", itFails: "fails", addCondition: "Prove it where {}",
    counterexample: "The figure shows where it fails.", answer: "Answer: {}", added: "with {}",
    takeAway: "Download", theProof: "Proof", theFigure: "Figure", html: "Web page", text: "Text", "latex-fragment": "LaTeX fragment", certificate: "Certificate", verify: "Check the numbers here", again: "Prove it again", lostProof: "The server was started anew and doesn't know this proof any longer.",
    ownPoint: "Try a point of your own", ownPlaceholder: "M midpoint of B C", tryPoint: "Try it", follows: "With it the goal follows without any search.", followsAlone: "The goal follows even without it.", followsNot: "The goal doesn't follow at once.",
    newFacts: "New about the statement's own points:", noNews: "Nothing new follows about the statement's own points.", takeStatement: "Put it into the statement",
    facts: "{} facts follow from what is given:", noFacts: "Nothing of interest follows from what is given.", notAll: "There wasn't time for all.", steps: "{} steps",
    searchPlaceholder: "Words, such as circumcircle 2008", allSuites: "all collections", found: "{} problems", firstOf: "The first {count} of {total}",
    forget: "Forget all", nothingYet: "Nothing has been asked yet.", notKept: "This server keeps no history.",
    lost: "The server doesn't answer. Start porism web again; this page goes on by itself.", back: "The server was started anew.", lostJob: "The server was started anew while this was running.", interface: "the same for programs (OpenAPI)",
    alike: "Problems like this one", findAlike: "Find them", looking: "Looking", noneAlike: "No problem with a figure like this one is known.", pictureFailed: "The picture can't be drawn here.",
    between: "; ", comma: ", ", colon: ": ", period: ".",
    fileNotes: "From GeoGebra: {}", hint: "Instead: {}", defect: "Something went wrong in this page: {}",
  },
  zh: {
    welcome: "输入几何题，得到证明", welcomeMore: "立刻看到题目如何被理解、图形是什么样子。拖动各点，让 porism 证明并检验，再一步一步地读证明。",
    skip: "跳到题目", reading: "正在读题……", problems: "题库", history: "历史", openFile: "打开 .ggb", otherLanguage: "English",
    statement: "题目", outcome: "结果", figure: "图形", close: "关闭", search: "搜索题库", suite: "题集",
    placeholder: "输入或粘贴一道几何题，照书上的写法即可。\n例如：已知 H 是三角形 ABC 的垂心，求证：……",
    prove: "证明", check: "题目对吗？", explore: "能得出什么？", share: "复制链接", copied: "已复制", copyThis: "请复制本页地址",
    atMost: "最多", tenSeconds: "10 秒", oneMinute: "1 分钟", fiveMinutes: "5 分钟", examples: "或从下面的例题开始", howRead: "porism 的理解", stop: "停止",
    previous: "‹ 上一步", next: "下一步 ›", all: "显示全部", reset: "还原图形", another: "换一个图形",
    drag: "可以拖动带圈的点，已知条件始终成立。",
    notUnderstood: "这里没有读懂：", readIn: "{} 毫秒读完。", holds: "在此图中成立。", fails: "{}。", noFigure: "画不出图形：{}。", 
    proving: "正在证明", exploring: "正在寻找结论", checking: "正在检查许多图形", waiting: "排队中", trying: "正在尝试你的点",
    tried: "已尝试 {count} 组辅助点，每秒 {rate} 组", depth: "{} 个点", depthOne: "1 个点", of: "{} / {total}",
    proved: "已证明", provedIn: "共 {steps} 步，用时 {seconds} 秒，已通过独立检验。", provedAll: "用时 {seconds} 秒，均已通过独立检验。",
    unproved: "未能证明", timeout: "时间用尽", false: "命题不成立", depends: "取决于图形", invalid: "无法证明的命题", stopped: "已停止", failed: "没有结果",
    true: "看来正确", "no-figure": "不存在这样的图形", degenerate: "退化", trivial: "无需证明", unread: "没有读懂", undecided: "未能判定",
    configurations: "图形的种类", goals: "结论", goal: "结论 {}", where: "当 {} 时", otherwise: "其他情形", itHolds: "成立", itFails: "不成立", addCondition: "在 {} 的条件下证明",
    counterexample: "图中给出了反例。", answer: "答案：{}", added: "添加 {}",
    takeAway: "下载", theProof: "证明", theFigure: "图形", html: "网页", text: "文本", "latex-fragment": "LaTeX 片段", certificate: "证书", verify: "在此验算", again: "重新证明", lostProof: "服务已重新启动，这个证明已不在其中。",
    ownPoint: "试试你自己的辅助点", ownPlaceholder: "M 是 BC 的中点", tryPoint: "试一试", follows: "添加后无需搜索即可得出结论。", followsAlone: "不添加也能得出结论。", followsNot: "不能立刻得出结论。",
    newFacts: "关于题中各点的新结论：", noNews: "没有得到关于题中各点的新结论。", takeStatement: "写入题目",
    facts: "由已知可得 {} 条结论：", noFacts: "没有值得一提的结论。", notAll: "时间不够，未能列全。", steps: "{} 步",
    searchPlaceholder: "关键词，例如 circumcircle 2008", allSuites: "全部题集", found: "共 {} 题", firstOf: "共 {total} 题，显示前 {count} 题",
    forget: "全部清除", nothingYet: "还没有记录。", notKept: "此服务不保存历史。",
    lost: "服务没有响应。请重新运行 porism web，本页会自动继续。", back: "服务已重新启动。", lostJob: "运行途中服务被重新启动。", interface: "供程序使用的接口（OpenAPI）",
    alike: "类似的题目", findAlike: "查找", looking: "正在查找", noneAlike: "题库中没有图形类似的题目。", pictureFailed: "无法在此生成图片。", inEnglish: "（说明为英文）{}",
    between: "；", comma: "，", colon: "：", period: "。",
    fileNotes: "来自 GeoGebra：{}", hint: "可改为：{}", defect: "页面出错：{}",
  },
};

let language = "en";
export const languageNow = () => language;

/** The language that is said from now on.  @param {string} code */
export function speak(code) {
  language = code in WORDS ? code : "en";
  document.documentElement.lang = language;
  /** @type {NodeListOf<HTMLElement>} */
  const elements = document.querySelectorAll("[data-say], [data-label], [data-placeholder]");
  elements.forEach((element) => {
    const { say, label, placeholder } = element.dataset;
    if (say) element.textContent = said(say);
    if (label) element.setAttribute("aria-label", said(label));
    if (placeholder) element.setAttribute("placeholder", said(placeholder));
  });
}

/** A phrase in the language of now.  @param {string} name @param {Record<string, string | number> | string | number} [filled] */
export function said(name, filled = {}) {
  const phrase = WORDS[language][name] ?? name;
  if (typeof filled !== "object") return phrase.replace("{}", String(filled));
  return Object.entries(filled).reduce((text, [key, value]) => text.replace(key === "" ? "{}" : `{${key}}`, String(value)), phrase);
}

/** A message of the server's in English, by its form, and what it is in the language of the page: in the order in which they are tried.  @type {{form: RegExp, phrase: string, isLoose: boolean}[]} */
let messages = [];

/** @param {Record<string, string>} rows by the English, with {} for what is filled in */
export function learn(rows) {
  const size = (/** @type {string} */ row) => row.replace(/\{\w*\}/g, "").length;
  messages = Object.entries(rows).sort(([a], [b]) => size(b) - size(a)).map(([english, phrase]) => {
    const parts = english.split(/\{(\w*)\}/), known = new Set();
    const form = parts.map((part, k) => {
      if (k % 2 === 0) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
      const name = `_${part || (k - 1) / 2}`, isOld = known.has(name);
      known.add(name);
      return isOld ? `\\k<${name}>` : `(?<${name}>${/^[a-z]$/.test(part) ? "\\S+" : ".+?"})`;
    });
    let count = 0;
    return { form: new RegExp(`^${form.join("")}$`, "s"), phrase: phrase.replace(/\{\}/g, () => `{${count++}}`), isLoose: !parts[0] && size(english) < 8 };
  });
}

const WITHOUT_WORDS = /^(?!.*[a-z]{2})/s, QUOTED = /“[^”]*”/g;
/** Points of a list are apart, corners of one thing are together.  @param {string} name @param {string} text */
const joined = (name, text) => name === "_points" ? text.replaceAll(" ", "、") : name === "_shape" ? text.replaceAll(" ", "") : text;

/** What the server says in English, in the language of the page; null where it isn't known in it.  @param {string} text @returns {string | null} */
function translated(text) {
  if (WITHOUT_WORDS.test(text.replace(QUOTED, ""))) return text.replace(/\|(\S+) (\S+)\|/g, "$1$2").replace(/∠ (\S+) (\S+) (\S+)/g, "∠$1$2$3");
  for (const { form, phrase, isLoose } of messages) {
    const found = form.exec(text);
    if (!found) continue;
    const parts = Object.entries(found.groups ?? {}).map(([name, part]) => /** @type {const} */ ([name, translated(part), part]));
    if (isLoose && parts.some(([, own]) => own === null)) continue;
    return parts.reduce((all, [name, own, part]) => all.replaceAll(`{${name.slice(1)}}`, joined(name, own ?? part)), phrase);
  }
  const pieces = text.split("; ");
  const each = pieces.length > 1 ? pieces.map(translated) : [null];
  return each.includes(null) ? null : each.join("；");
}

/** What the server says in English; said to be English where the page has another language and no words for it.  @param {string} text */
export function fromServer(text) {
  if (!("inEnglish" in WORDS[language]) || !text) return text;
  return translated(text.replace(/\.$/, "")) ?? said("inEnglish", text);
}

/** What a statement says, as it is typed, or in the language of the page where that has words for it.  @param {string} text */
export const inWords = (text) => "inEnglish" in WORDS[language] ? translated(text) ?? text : text;
