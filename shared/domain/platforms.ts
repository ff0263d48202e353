/** What the platforms that exports come from are called. */

/** Platforms are proper names: the same in every language. */
const platforms: Readonly<Record<string, string>> = {
  meta: 'Meta Business Suite',
  'meta-ads': 'Meta Ads',
  'facebook-insights': 'Facebook Insights',
  tiktok: 'TikTok',
  youtube: 'YouTube Studio',
  linkedin: 'LinkedIn',
  'linkedin-creator': 'LinkedIn',
  x: 'X',
  ga4: 'Google Analytics',
  'google-search-console': 'Search Console',
  'google-business-profile': 'Google Business Profile',
  discord: 'Discord',
  slack: 'Slack',
  discourse: 'Discourse',
  reddit: 'Reddit',
  mailchimp: 'Mailchimp',
  klaviyo: 'Klaviyo',
  zendesk: 'Zendesk',
  intercom: 'Intercom',
  freshdesk: 'Freshdesk',
  hubspot: 'HubSpot',
  'help-scout': 'Help Scout',
  surveymonkey: 'SurveyMonkey',
  'google-forms': 'Google Forms',
  'microsoft-forms': 'Microsoft Forms',
  typeform: 'Typeform',
  sprout: 'Sprout Social',
  hootsuite: 'Hootsuite',
  buffer: 'Buffer',
  metricool: 'Metricool',
  pinterest: 'Pinterest',
  'pinterest-ads': 'Pinterest Ads',
  trustpilot: 'Trustpilot',
  'google-play': 'Google Play',
  substack: 'Substack',
  twitch: 'Twitch',
  'google-ads': 'Google Ads',
  'linkedin-ads': 'LinkedIn Ads',
  'tiktok-ads': 'TikTok Ads',
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  'facebook-group': 'Facebook',
  brandwatch: 'Brandwatch',
  eventbrite: 'Eventbrite',
};

/** Empty for none, and for one nobody named. */
export function platformName(platform: string | null): string {
  return platform === null ? '' : (platforms[platform] ?? '');
}

/** True for a platform that exports figures of a network: Meta's of Instagram and Facebook, others of their own. */
export function isPlatformOf(platform: string | null, network: string): boolean {
  if (platform === null) return false;
  const own = platform.startsWith('meta')
    ? ['facebook', 'instagram', 'threads']
    : [platform.split('-', 1)[0]];
  return own.includes(network);
}
