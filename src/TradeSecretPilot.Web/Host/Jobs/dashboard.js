// The dashboard names the language without its region; its time library knows Chinese as zh-CN alone and would fall back to English.
if (document.documentElement.lang === "zh") {
    document.documentElement.lang = "zh-CN";
    Hangfire.config.locale = "zh-CN";
}
