export { type Language, language, locale } from "./language";
export { type Key, learn, type Say, say, type Values } from "./say";
export { useLanguage } from "./use-language";
