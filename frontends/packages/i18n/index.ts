export { type Language, language, locale } from "./language";
export { usually } from "./message";
export { type Key, learn, type Say, say, type Values } from "./say";
export { useLanguage } from "./use-language";
