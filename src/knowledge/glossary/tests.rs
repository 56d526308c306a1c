//! The glossary is complete, and its terms are found.

use std::collections::BTreeMap;

use super::*;

#[test]
fn every_name_leads_to_one_term() {
    let mut names = BTreeMap::new();
    for term in all() {
        assert!(term.id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'), "{}", term.id);
        let mut own: Vec<_> = term.names().map(folded).collect();
        own.sort();
        own.dedup();
        for name in own {
            assert!(!name.is_empty());
            if let Some(other) = names.insert(name.clone(), term.id) {
                panic!("{name} is both {other} and {}", term.id);
            }
            assert_eq!(find(&name), Some(term));
        }
    }
    assert!(all().count() >= 120, "{}", all().count());
}

#[test]
fn every_meaning_is_two_to_four_sentences_in_its_own_script() {
    for Term { id, meaning, keys, .. } in all() {
        let (zh, en) = (meaning.zh, meaning.en);
        assert!((2..=4).contains(&zh.matches(['。', '？']).count()), "{id}: {zh}");
        let english = en.matches(". ").count() + en.matches("? ").count() + 1;
        assert!((2..=4).contains(&english), "{id}: {en}");
        assert!(zh.ends_with('。') && en.ends_with('.'), "{id}");
        let zh = zh.replace(|c: char| c.is_ascii_digit(), "0").replace("0:0", "");
        assert!(!zh.contains([',', ';', ':', '?', '(', ')', '!']), "{id}: half-width in {zh}");
        assert!(!en.chars().any(|c| matches!(c, '\u{3000}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')), "{id}: {en}");
        for key in *keys {
            assert!(key.split('.').all(|k| k.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')), "{id}: {key}");
        }
    }
}

#[test]
fn old_and_other_words_are_found() {
    for (word, id) in [
        ("分化者", "culture-carrier"),
        ("Differentiator", "culture-carrier"),
        ("裂变", "referral"),
        ("fission", "referral"),
        ("主动洗粉", "member-screening"),
        ("＠所有人", "mention-all"),
        ("@all", "mention-all"),
        (" 5w1h ", "5w1h"),
        ("KOL", "opinion-leader"),
        ("调休", "make-up-workday"),
        ("七不要", "seven-donts"),
        ("社区", "neighbourhood"),
        ("社交", "social"),
        ("YY", "yy"),
        ("空聊", "empty-chat"),
        ("情感共鸣", "emotional-resonance"),
        ("老客线下", "newcomers-online"),
        ("价值观社群", "kind-values"),
        ("community values", "values"),
        ("案例", "case"),
        ("系统介绍", "introduction"),
        ("工具", "tools"),
        ("项目成功率", "project-success"),
        ("微课", "mini-lesson"),
    ] {
        assert_eq!(find(word).map(|e| e.id), Some(id), "{word}");
    }
    assert_eq!(find("量子纠缠"), None);
    assert_eq!(find(""), None);
    // 定分机制 is more than points, and has a key of its own
    assert_eq!(find("定分机制").map(|e| e.keys[0]), Some("incentives.scoring"));
}

#[test]
fn near_misses_are_suggested() {
    for (word, id) in
        [("referal", "referral"), ("分化", "culture-carrier"), ("retension", "retention"), ("红包雨", "red-packet")]
    {
        assert_eq!(nearest(word).first().map(|e| e.id), Some(id), "{word}");
    }
    assert!(nearest("量子纠缠").is_empty() && nearest("").is_empty() && nearest(&"长".repeat(5000)).is_empty());
    assert!(nearest("a").len() <= MAX_SUGGESTED);
}

/// The vocabulary operators use; `qun explain` must know all of it.
#[test]
fn explains_the_vocabulary_of_the_field() {
    let words = "社群 公开 半公开 私有 兴趣社群 学习社群 行业社群 同城社群 品牌粉丝社群 消费者社群 专家社群 微商社群 项目社群 \
        定位 为什么建 带来什么价值 在哪里建 有哪些人 何时建 怎样变现 痛点 回报载体 互惠互利 愿景 使命 目标受众 同好 结构 输出 运营 \
        复制 仪式感 参与感 组织感 归属感 创建者 管理者 参与者 开拓者 分化者 合作者 付费者 志愿者 培养者 执行者 资源挖掘者 创新者 专家 \
        处罚阶梯 用户分层 裂变 @所有人 红包 宣传阶段 组织阶段 评估阶段 积分 等级 特权 荣誉 七不要 五大核心 会员制 电商 服务 众筹 广告 \
        赞助 共创 活跃度 活跃度低 没有自己的文化 管不过来 留存率 转化率 满意度 出席率 种子期 启动期 成长期 成熟期 衰退期 收尾 洗粉 意见领袖 口碑 三观型口号 功能型口号 利益型口号 \
        加入原则 管理规范 定分机制 因人设角 关键词回复 用户画像 A/B测试 复盘 沙龙 打卡 导流 分红";
    let missing: Vec<_> = words.split_whitespace().filter(|word| find(word).is_none()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}
