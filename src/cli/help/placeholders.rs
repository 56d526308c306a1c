//! The placeholders of usage lines in Chinese.

use clap::Arg;

/// Each placeholder, and its Chinese.
#[rustfmt::skip]
const CHINESE: [(&str, &str); 49] = [
    ("ACTIVITY", "活动"), ("COLUMN,COLUMN", "列,列"), ("COMMAND", "命令"), ("DATE", "日期"), ("DATE..DATE", "日期..日期"), ("DATE|COHORT|TABLE", "日期|期次|表格"), ("DATE|MONTH", "日期|月份"), ("DIR", "文件夹"),
    ("ENGINE", "引擎"), ("EXPORT", "导出"), ("FILE", "文件"), ("FORMAT", "格式"), ("HOW", "分组"), ("CHANNEL", "渠道"), ("CHAPTER|TITLE|KEY", "章|标题|键"), ("ITEM", "事项"), ("ITEM|DATE", "事项|日期"),
    ("KEY", "键"), ("KIND", "类别"), ("LEVEL", "级别"), ("MONTH", "月份"), ("N", "数字"), ("NAME", "名字"), ("N|TEXT", "号|文字"),
    ("NAME|PLAN", "名字|计划"), ("NAME,NAME", "名字,名字"), ("NEW", "新名字"), ("OLD", "旧名字"), ("ONE=OTHER", "一个=另一个"), ("PAPER", "纸张"), ("PATH", "路径"), ("PLAN", "计划"),
    ("PLAN|DIR", "计划|文件夹"), ("PLAN|DOCUMENT|WHAT", "计划|文档|对象"), ("PLATFORM", "平台"), ("PLAN|WHAT|FILE", "计划|清单|文件"), ("QUESTION=ANSWER", "问题=回答"), ("ROLE", "角色"),
    ("RULE", "规则"), ("RULE=LEVEL", "规则=级别"), ("TEXT", "文字"), ("TEXT|NUMBER", "文字|行号"), ("VALUE", "值"), ("WEEK", "周"), ("WHEN", "时间"),
    ("WHAT|DATE|VALUE", "对象|日期|数"), ("WORD", "选项"), ("WORD,WORD", "选项,选项"), ("ZONE", "时区"),
];

/// An argument with its placeholder in Chinese.
pub(super) fn in_chinese(arg: Arg) -> Arg {
    let chinese = |name: &str| CHINESE.iter().find(|(english, _)| *english == name).map(|(_, chinese)| *chinese);
    let names = arg.get_value_names().map(|names| names.iter().map(|name| chinese(name)).collect::<Option<Vec<_>>>());
    match names.flatten() {
        Some(names) => arg.value_names(names),
        None => arg,
    }
}
