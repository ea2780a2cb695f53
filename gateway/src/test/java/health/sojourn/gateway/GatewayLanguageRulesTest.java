package health.sojourn.gateway;

import health.sojourn.testing.LanguageRules;

class GatewayLanguageRulesTest extends LanguageRules {}
