package health.sojourn.inquiry;

import health.sojourn.testing.LanguageRules;

class InquiryLanguageRulesTest extends LanguageRules {}
