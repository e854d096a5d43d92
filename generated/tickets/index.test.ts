import { expect, test } from "vitest";
import { emptyRow, explain, features, parseRow, predict, predictProba } from "./index.ts";

test("real row 1, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-02-06T14:20",
    channel: "Web",
    plan: "free",
    country: "Colombia",
    language: "en",
    tenure_days: 9,
    attachments: 0,
    subject: "blocked",
    body: "me say account is locked for security reason. what reason? i only try 3 password",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    2, 5, 14, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.4712, 0.02337, 0.1708,
    0.1001, 0.1999, 0.0347, 0.2546, 0.133, 0.228, 0.1563, 0.199, 0.02908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 9, 0, null,
    null, null, null, 7, 1, 80, 16, 4.9419655320002445, -0.8321524586515163, -1.841597618579611, -0.5359485295586112, -0.3718062985447647,
    -1.3625480555867768, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1,
    0, 0, 2, 0, 0, null, null, null, null, null, 2, 0,
    0, 0, 0, 0, -2, 0, 0, 0, 1.104907486222769, -0.05794980009087627, -0.16930128939140487, 0.04724791371663857,
    0.05494640826105077, 0.020150752684030274,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9930895428200357,
    billing: 0.0024621234632528377,
    bug: 0.0008194023596429184,
    cancel: 0.0016980966611122054,
    howto: 0.0015227449049912663,
    security: 0.0004080897909652178,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9930895428200357 });
});

test("real row 2, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-29T15:07",
    channel: "Email",
    plan: "pro monthly",
    country: "USA",
    language: "en",
    tenure_days: 222,
    attachments: 0,
    amount: "$58",
    subject: "was told 50% off for open source maintainers",
    body: "got approved for the OSS discount in feb (mail from 'Marlo'). coupon OSS50 was accepted, green tick. still $58 in march. still $58 in april. apply it backwards?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 3, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2013, 0.4676, 0.09933,
    0.1184, 0.08156, 0.03185, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 222, 0, null,
    null, 3, 2, 44, 9, 160, 31, -0.6006945323678949, 4.061322788677588, -0.019365265116137564, -1.235664911114294, -1.0660394246122302,
    -1.1330586177742588, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 0, 0, 0, -1, 4, 0.01880775540379473, 0.783094385060838, 0.08993727586370961, 0.008249506789247265,
    0.017897836763201697, 0.082012563049621,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.001227254073739293,
    billing: 0.9948749568881836,
    bug: 0.0008231356403245999,
    cancel: 0.0011294835720876977,
    howto: 0.0015336020055023909,
    security: 0.00041156782016229994,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9948749568881836 });
});

test("real row 3, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-08T16:13",
    channel: "Web",
    plan: "Pro",
    country: "Brazil",
    language: "pt",
    device: "Chrome / Win 11",
    tenure_days: 188,
    attachments: 1,
    amount: "R$ 450,00",
    subject: "Link de pagamento dá erro",
    body: 'Minha aluna tenta pagar e aparece "Algo deu errado (PX-17)". Testei com meu próprio cartão, mesmo erro. Até sexta passada funcionava. Segue print.',
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 1, 16, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2743, 0.1831, 0.3377, 0.03387, 0.1492, 0.02181, 0.2405, 0.3271, 0.2297,
    0.06393, 0.1268, 0.0119, 0.1435, 0.133, 0.3391, 0.1563, 0.199, 0.02908, 188, 1, null,
    null, 9, 4, 25, 5, 146, 24, -0.5849113791004918, 0.9840726792620931, 4.405934758175012, -1.2924953432191981, -1.800020760116838,
    -1.7105050203569228, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    2, 0, 0, 0, -1, -1, 0, 0, 0.14827740351831267, 0.13748407129539367, 0.7745220442828421, 0.025718695504236406,
    -0.07766419963855738, -0.008334863409245953,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0013662200077752876,
    billing: 0.02217971386064959,
    bug: 0.96911973029126,
    cancel: 0.002152726287527639,
    howto: 0.0017116988885123585,
    security: 0.003469910664275132,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.96911973029126 });
});

test("real row 4, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-05T17:02",
    channel: "chat",
    plan: "Pro",
    country: "US",
    language: "en",
    tenure_days: 112,
    subject: "plan",
    body: "pause possible? on sabbatical for 3 months and dont need it. if not then just end it",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 5, 17, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 112, null, null,
    null, null, null, 4, 1, 84, 18, -1.2691154931612618, 0.3127706512715322, -1.17850798808732, 3.970260721600846, 0.39093466116579356,
    -2.214797924583879, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, -1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 3, 0, 0, 0, 0, 3, -3, -0.15432160260424438, 0.09745549018025518, -0.1182922682178279, 1.2518995563103925,
    -0.024969335541977097, -0.05177846698266979,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.001847714399773946,
    billing: 0.0028013947575991696,
    bug: 0.001665860882300317,
    cancel: 0.9874188914169442,
    howto: 0.005823344363592883,
    security: 0.00044279417978959596,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9874188914169442 });
});

test("real row 5, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-02-18T10:40",
    channel: "web form",
    plan: "Pro",
    country: "Lithuania",
    language: "en",
    device: "Win 11",
    tenure_days: 450,
    attachments: 0,
    subject: "Recurring invoice for every second Friday",
    body: "Would you be so kind to explain me, is there existing some way to make that an invoice repeats itself each second Friday, but not in July, because in July my customer has holidays and gets angry. I have found weekly and monthly only. Maybe with some trick?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    2, 3, 10, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.1845, 0.171, 0.2932, 0.05807, 0.2558, 0.03738, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2083, 0.3816, 0.1866, 0.03695, 0.1628, 0.02379, 450, 0, null,
    null, null, null, 41, 6, 256, 49, -0.8677807711077097, -0.43450467911440854, 0.5810423136041913, -1.6570373817986686, 4.218953745600071,
    -1.8359625775186754, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, -1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 2, 0, 3, 0, -3, -2, -0.06004990474693681, 0.06643541893985723, 0.044480087038747854, -0.03226281073144095,
    0.9305546336008625, 0.05083839359341353,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.001277715720975894,
    billing: 0.002122922741382634,
    bug: 0.0008650174011383088,
    cancel: 0.005914269779080106,
    howto: 0.9893875656568539,
    security: 0.0004325087005691544,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9893875656568539 });
});

test("real row 6, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-12T15:58",
    channel: "Email",
    plan: "biz",
    country: "USA",
    language: "en",
    tenure_days: 901,
    attachments: 1,
    subject: "mail pretending to be you, asking us to 're-verify SSO'",
    body: 'Two of our accountants got this from <email-mdqc>:\n\n"Your identity provider trust expires in 24h. Re-upload your private key to stay connected."\n\nObviously nobody should upload a private key anywhere. One of them did enter her password though. Header dump attached (Received: from <ip-cmhr>). Please look into takedown and tell us if her session was used.',
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 5, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.3932, 0.07482, 0.1908,
    0.0879, 0.1744, 0.07886, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 901, 1, null,
    null, null, null, 55, 11, 355, 59, 2.134991064422824, -1.2508890755229942, -1.2694257401631452, -1.4437440565945296, -2.0738590582473186,
    3.9085260093722196, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 2, -2, 4, 0, 2, 0.33991681167930005, 0.059408562988477895, -0.035360028113149006, 0.030445369615544945,
    -0.1271611657853316, 0.7327435944103484,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.04966854614887297,
    billing: 0.010137340119796103,
    bug: 0.002503788686519795,
    cancel: 0.0025639118470735084,
    howto: 0.002654396015240501,
    security: 0.9324720171824972,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.9324720171824972 });
});

test("real row 7, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-14T12:56",
    channel: "chat",
    plan: "Team",
    country: "Canada",
    language: "en",
    device: "iPhone SE",
    tenure_days: 58,
    attachments: 0,
    body: "face id: try again. try again. try again. its MY FACE. pin? what pin, never made one",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 4, 12, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.3431, 0.1732, 0.2017, 0.1135, 0.1264, 0.04206, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2743, 0.2664, 0.171, 0.03387, 0.1492, 0.1051, 58, 0, null,
    null, null, null, null, null, 84, 18, 4.470531851243443, -0.5922843530490538, -0.7809609000955418, -1.1545428131205733, 0.065384576635307,
    -1.993578395455508, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    1, 0, 0, 0, 0, null, null, null, null, null, 2, 0,
    0, 0, 0, 0, -1, 0, 0, 1, 0.8940925425000289, 0.032246081096792445, 0.017614726486083535, 0.010559423618321805,
    0.0755725308890548, -0.030084968574643434,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9936880707495448,
    billing: 0.002024556101249168,
    bug: 0.0008171089290852385,
    cancel: 0.0015439521567949359,
    howto: 0.0015193693420451223,
    security: 0.000406942721280759,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9936880707495448 });
});

test("real row 8, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-07-29T10:22",
    channel: "chat",
    plan: "PRO (annual)",
    country: "USA",
    language: "en",
    device: "iPhone 12",
    tenure_days: 457,
    attachments: 0,
    subject: "receipt",
    body: "need ur receipt for july w my LLC name on it not my personal name. tax lady wants it",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    7, 3, 10, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.04092, 0.5749, 0.1081,
    0.1323, 0.1391, 0.004673, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.317, 0.226, 0.2631, 0.06115, 0.07785, 0.05486, 457, 0, null,
    null, null, null, 7, 1, 84, 19, -1.0738645114208372, 3.4713623531921005, -0.1771311756101679, -0.676941513313989, -0.11316718323138947,
    -1.4271734639673215, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 3,
    0, 0, 0, 0, 2, 0, -1, -2, -0.07385523949091008, 0.7916397291582072, 0.020761417859837903, 0.030191448650114687,
    0.23351269512621378, -0.0022483118259013423,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.007328285821605814,
    billing: 0.9850293505557461,
    bug: 0.002627151611688602,
    cancel: 0.0016833197736368154,
    howto: 0.0026833307190373425,
    security: 0.0006485615182852755,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9850293505557461 });
});

test("real row 9, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-02T19:33",
    channel: "App Store",
    country: "France",
    language: "fr",
    device: "iPhone 15",
    subject: "Dommage",
    body: "Depuis la 9.2 impossible de signer un devis au doigt, le trait part dans tous les sens. On dirait la signature de mon chat.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 6, 19, 0.1571, 0.2, 0.4182, 0.09238, 0.1076, 0.02485, 0.2828, 0.1106, 0.4479,
    0.0512, 0.08065, 0.02684, 0.1372, 0.3832, 0.2522, 0.1419, 0.07461, 0.0109, 0.2604, 0.257, 0.2162,
    0.1574, 0.09967, 0.009346, 0.2384, 0.2332, 0.2251, 0.02258, 0.2106, 0.07009, null, null, null,
    null, null, null, 7, 1, 123, 25, 1.1889504285114652, -0.34138352941084427, 3.7428538907977016, -1.3895855209790626, -0.9063012695994717,
    -2.293903606125675, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0,
    0, 0, 0, 0, -1, 0, -1, 1, 0.19001833855407993, 0.06260066981723546, 0.6568300313733186, 0.00098697591355721,
    0.08210110393319689, 0.0074680649145664555,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0013753776954062286,
    billing: 0.002275977832053475,
    bug: 0.9319149190613424,
    cancel: 0.001290339855065102,
    howto: 0.06266860799737378,
    security: 0.00047477755875898235,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9319149190613424 });
});

test("real row 10, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-03T11:10",
    channel: "web form",
    plan: "Pro",
    language: "en",
    device: "Win 11 / Chrome",
    tenure_days: 365,
    attachments: 0,
    subject: "stop",
    body: "stop emailing me stop renewing me stop. end of the period is fine, just make it the last one",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 5, 11, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2816, 0.09688, 0.1834, 0.1335, 0.2664, 0.03823, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2182, 0.2157, 0.2909, 0.08964, 0.1524, 0.0332, 365, 0, null,
    null, null, null, 4, 1, 92, 19, 0.0913233235438955, -1.4542856567407545, -0.6863723707505109, 4.180162024053258, -0.6293699361184766,
    -1.5131399025390793, 0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 0, 0, 0, 2, 1, 0.09393102143169448, 0.058343998155749185, 0.09530570909367483, 0.7943115447625024,
    -0.022051766883813526, -0.019844557209266207,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0022361443819576723,
    billing: 0.0039990710125799465,
    bug: 0.0018877260723597115,
    cancel: 0.9893345302892056,
    howto: 0.002105880084418017,
    security: 0.0004366481594790657,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.9893345302892056 });
});

test("real row 11, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-05T23:16",
    channel: "chat",
    plan: "trial",
    country: "US",
    language: "en",
    device: "chrome",
    tenure_days: 11,
    attachments: 0,
    body: "can two people track time on one project on the solo plan or nah",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 0, 23, 0.3104, 0.2209, 0.1521, 0.07019, 0.2083, 0.03802, 0.1919, 0.1105, 0.02769,
    0.1686, 0.4945, 0.006887, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2323, 0.1799, 0.1763, 0.1102, 0.2948, 0.006542, 11, 0, null,
    null, null, null, null, null, 64, 14, -0.8759964150841988, -0.2758246089811648, 0.39476872805329344, -1.242485220715218, 4.166308990073982,
    -2.1659729733234534, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 2, 0, 2, 0, -4, -2, -0.02952265681874109, 0.03801673173930165, 0.07327922821819453, -0.009345135267667441,
    0.9541774748916331, -0.02660648636473906,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0012847847071923591,
    billing: 0.0027718714915056656,
    bug: 0.0008712486786307988,
    cancel: 0.015284077812854568,
    howto: 0.9793523929705013,
    security: 0.0004356243393153994,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9793523929705013 });
});

test("real row 12, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-03-18T09:23",
    channel: "e-mail",
    plan: "Pro",
    country: "US",
    language: "en",
    tenure_days: 820,
    attachments: 0,
    subject: "login from Riga",
    body: "I have never been to Riga.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    3, 3, 9, 0.2546, 0.3156, 0.1258, 0.06885, 0.1217, 0.1135, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 820, 0, null,
    null, null, null, 15, 3, 26, 6, 0.39104388820842784, -0.6341332265718572, -0.6965277118652886, -1.2199677273387457, -0.9386233638727124,
    3.093314142230555, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, -1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 3, -1, 2, 0, 0, 0.19816970338404763, 0.15865591923379016, -0.11364584893266254, 0.0746508894200548,
    0.08941721448016192, 0.5927490343208437,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.030975323590360326,
    billing: 0.015989760892875245,
    bug: 0.006034669730103326,
    cancel: 0.005322186364502454,
    howto: 0.004211306337696899,
    security: 0.9374667530844617,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.9374667530844617 });
});

test("real row 13, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-28T13:24",
    channel: "Web",
    country: "US",
    language: "en",
    subject: "Unlock my account",
    body: "please",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 4, 13, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.2828, 0.1106, 0.4479,
    0.0512, 0.08065, 0.02684, 0.305, 0.2202, 0.1859, 0.1072, 0.1426, 0.03908, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, null, null, null,
    null, null, null, 17, 3, 6, 1, 4.107849175912637, -0.13070439916681117, -1.9406081674129962, 0.9954083943086511, -1.6219820021169369,
    -1.422915901397358, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0.6156856862042788, 0.12555655449450198, 0.07333976712135662, 0.1583643354435166,
    0.037698850548795015, -0.010644175230635005,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9840000890354251,
    billing: 0.0021060545913168037,
    bug: 0.0008593908548005045,
    cancel: 0.010857795342143805,
    howto: 0.001582762628637187,
    security: 0.000593907547676684,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9840000890354251 });
});

test("real row 14, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-03-30T08:14",
    channel: "email",
    plan: "Team",
    country: "France",
    language: "en",
    tenure_days: 233,
    attachments: 0,
    order_ref: "#88590",
    amount: "€ 96",
    subject: "URGENT!!",
    body: "96 € have leave our account this night, then again 96 € at 6 h. Give back one, please, the account go in red.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    3, 1, 8, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.1372, 0.3832, 0.2522, 0.1419, 0.07461, 0.0109, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 233, 0, 6,
    1, 4, 2, 8, 3, 109, 24, 0.024976580125813497, 4.666907833781513, -0.10640957934110995, -0.3401266664803744, -3.0916108125651878,
    -1.1585334794778959, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 0, -2, 0, 1, 0, 0.18842747345153785, 0.7378997633422408, 0.07771968067565319, 0.09830194059330542,
    -0.13085121975990582, 0.028501059148979137,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0012250453941496627,
    billing: 0.9942207726263753,
    bug: 0.001485539769965522,
    cancel: 0.0011271209684450571,
    howto: 0.0015308761195345405,
    security: 0.00041064512153008966,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9942207726263753 });
});

test("real row 15, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-01-19T14:25",
    channel: "Email",
    plan: "Team",
    country: "USA",
    language: "en",
    device: "Win 11 / Chrome",
    tenure_days: 182,
    attachments: 1,
    subject: "Checkout button on hosted payment page does nothing",
    body: "Our clients get your hosted pay page, hit Pay now, spinner, then nothing. Console:\n\nRefused to load the script because it violates the following Content Security Policy directive: \"script-src 'self'\"\n\nReproduced on Chrome 131 and Firefox. Safari ok. Money is literally stuck until this is sorted.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    1, 1, 14, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.2016, 0.3071, 0.2688, 0.04297, 0.1213, 0.05824, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2182, 0.2157, 0.2909, 0.08964, 0.1524, 0.0332, 182, 1, null,
    null, null, null, 51, 8, 296, 47, -0.01582890587519903, 0.03264040067701862, 4.2341260998720225, -0.8450478745017587, -2.071557908990981,
    -1.3303407617902905, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    3, 0, 0, 0, -1, -3, 0, 0, 0.011422060904733628, -0.050453076785814836, 1.1903612082703834, 0.003031288783322868,
    -0.12448806343067285, -0.029872378136991347,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0012650915255095724,
    billing: 0.002742808730791982,
    bug: 0.9903398320967914,
    cancel: 0.0011697000632493017,
    howto: 0.0015868549473210829,
    security: 0.0028957126363366595,
  });
  expect(predict(row)).toStrictEqual({ label: "bug", probability: 0.9903398320967914 });
});

test("real row 16, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-01-22T11:15",
    channel: "Web",
    plan: "Pro",
    country: "Deutschland",
    language: "de",
    device: "Win 11 / Firefox",
    tenure_days: 1402,
    attachments: 0,
    subject: "Kündigung",
    body: "hiermit kündige ich mein abo zum nächstmöglichen zeitpunkt. bestätigung bitte per mail an <email-gvdp>",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    1, 4, 11, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.2195, 0.2798, 0.1368, 0.2271, 0.05271, 0.08411, 0.1851, 0.2117, 0.2662,
    0.1884, 0.1409, 0.007697, 0.1763, 0.09208, 0.4656, 0.1082, 0.06082, 0.09705, 1402, 0, null,
    null, null, null, 9, 1, 102, 15, 0.3543716713139111, -0.8074408942166305, -1.0817672305799297, 3.8435493082199845, -0.2800896975136991,
    -2.0540360718264727, 0, 0, 0, 3, 0, 0, 0, 0, 0, 3, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 2, 0, 0, 0, 0, 1, -1, 0.013931983738778308, -0.03054676826105019, 0.039957247245680505, 1.0650701601764536,
    -0.01764148929707705, -0.07077990671184665,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.010400997616915706,
    billing: 0.017086461459088206,
    bug: 0.0030826446394073555,
    cancel: 0.965546251284852,
    howto: 0.0032353999072789338,
    security: 0.0006482450924576758,
  });
  expect(predict(row)).toStrictEqual({ label: "cancel", probability: 0.965546251284852 });
});

test("real row 17, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-04-08T15:44",
    channel: "Email",
    plan: "Pro",
    country: "Iceland",
    language: "en",
    tenure_days: 290,
    attachments: 0,
    subject: "Reminder text",
    body: "The automatic reminder is very rude in Icelandic, it says roughly 'pay, you'. Where do I write my own text? I have looked in templates, there is only for the invoice mail itself.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    4, 3, 15, 0.2215, 0.2641, 0.1773, 0.09764, 0.1425, 0.09695, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.3274, 0.171, 0.1503, 0.05807, 0.2558, 0.03738, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, 290, 0, null,
    null, null, null, 13, 2, 178, 34, -0.3521217402420813, -0.41790681708027577, 0.15452075065360016, -1.67939516891274, 4.084109992656495,
    -1.783479349384577, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, -1,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 2, 0, 2, 0, -2, -1, -0.09326840682275726, 0.07972564091446153, -0.017086173136428087, -0.004335717331534211,
    0.9922655528924508, 0.04269009087951828,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0015527615788723424,
    billing: 0.0021270739303030067,
    bug: 0.0008674605233044041,
    cancel: 0.012197145343890487,
    howto: 0.9828218283619775,
    security: 0.00043373026165220203,
  });
  expect(predict(row)).toStrictEqual({ label: "howto", probability: 0.9828218283619775 });
});

test("real row 18, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-07-20T09:08",
    channel: "e-mail",
    plan: "Team",
    country: "South Africa",
    language: "en",
    attachments: 1,
    subject: "Sawubona, a worry",
    body: "Someone with the name 'Northbeam Rewards' is asking our staff on e-mail to scan a QR and log in to get back R500. Two of the ladies have scanned and typed in everything, shame. Their password they have since changed. The site address was northbeam.rewards.example.org. Can you kill it before month-end when everyone is looking for money?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    7, 1, 9, 0.2546, 0.3156, 0.1258, 0.06885, 0.1217, 0.1135, 0.2988, 0.184, 0.2289,
    0.05375, 0.1702, 0.06435, 0.09227, 0.2284, 0.4323, 0.02903, 0.05647, 0.1615, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.26, 0.347, 0.0762, 0.1138, 0.1318, 0.07116, null, 1, null,
    null, null, null, 17, 3, 337, 63, 1.0566135192761228, -0.6740897927921965, -2.0252525486792985, -0.7466085837528725, -1.6216485396996965,
    4.018771203574224, 1, 0, 0, 0, 0, 0, 1, 0, 0, 1, -1,
    0, 0, 1, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 2, -1, 2, 2, 1, 0.3666266311688805, 0.11053806268195174, -0.08078256577117203, 0.16817776673249638,
    -0.17764398570172354, 0.6130812970634176,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.04542446972495959,
    billing: 0.016993928955168297,
    bug: 0.0016668780974543758,
    cancel: 0.02366594532969641,
    howto: 0.0038403743013133438,
    security: 0.9084084035914078,
  });
  expect(predict(row)).toStrictEqual({ label: "security", probability: 0.9084084035914078 });
});

test("real row 19, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-05-29T11:48",
    channel: "Web",
    plan: "Business (annual)",
    country: "Denmark",
    language: "en",
    device: "Edge / Win 11",
    tenure_days: 311,
    attachments: 0,
    body: "SAML clock skew. Response IssueInstant 11:46:02, your server thinks it's 11:39. \"Assertion is not yet valid\". You're 7 min slow, NTP died?",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    5, 5, 11, 0.2914, 0.1773, 0.256, 0.07617, 0.1749, 0.02421, 0.3932, 0.07482, 0.1908,
    0.0879, 0.1744, 0.07886, 0.2993, 0.2906, 0.09567, 0.03695, 0.1628, 0.1147, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.3274, 0.171, 0.2932, 0.05807, 0.1129, 0.03738, 311, 0, null,
    null, null, null, null, null, 138, 26, 3.5953972944430115, 0.005704972244314044, 0.7457393569789246, -1.4058063614987695, -0.76771321326713,
    -2.1796903252861215, 1, 0, 0, 0, 0, 0, -1, 0, 0, 0, 0,
    0, 0, 0, 0, 2, null, null, null, null, null, 2, 0,
    0, 0, 0, 0, -1, 0, 0, 0, 0.9699622983613505, 0.028567519252979616, 0.05442397137035371, -0.016533631442372004,
    0.033661251727815845, -0.07008995876715064,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.9939486162181088,
    billing: 0.0020246132359153617,
    bug: 0.0008170778570294947,
    cancel: 0.0011174828862632088,
    howto: 0.0015193993570578926,
    security: 0.0005728104456250352,
  });
  expect(predict(row)).toStrictEqual({ label: "access", probability: 0.9939486162181088 });
});

test("real row 20, masked, gets the answer that was learned for it", () => {
  const row = {
    ...emptyRow,
    created_at: "2026-06-24T10:48",
    channel: "web form",
    plan: "Pro",
    country: "Belgium",
    language: "en",
    device: "Chrome",
    tenure_days: 432,
    attachments: 0,
    order_ref: "NB-2026-0918",
    amount: "two payments of 29",
    subject: "Same amount, two times, one month",
    body: "Dear, I pay since long time 29. In June on 3 and on 21 it was each time 29. The 21 is not normal for me. If you changed the date of payment, ok, but then not two times in one month isn't it.",
  };
  expect(parseRow(row)).toStrictEqual(row);
  // prettier-ignore
  expect(Object.values(features(row))).toStrictEqual([
    6, 3, 10, 0.1957, 0.3126, 0.1853, 0.09585, 0.1831, 0.02741, 0.1953, 0.2633, 0.2484,
    0.0806, 0.1611, 0.0513, 0.09227, 0.2998, 0.218, 0.1719, 0.1993, 0.01869, 0.2597, 0.2335, 0.2097,
    0.07619, 0.1623, 0.05864, 0.2323, 0.1799, 0.1763, 0.1102, 0.2948, 0.006542, 432, 0, 12,
    3, 18, 4, 33, 6, 190, 44, -1.2596425341211752, 6.037886617031527, 1.2898674271270054, -2.3916836998003395, -2.2254679013490355,
    -1.4426127078338826, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, null, null, null, null, null, 0, 0,
    0, 0, 0, 0, -1, 0, 0, 1, 0.1125643773440138, 0.8086473347438095, 0.13804953373198706, -0.04157023575009686,
    -0.03801583303617806, 0.020326288483886165,
  ]);
  expect(predictProba(row)).toStrictEqual({
    access: 0.0012210283147082767,
    billing: 0.9945710849762529,
    bug: 0.001150096269159524,
    cancel: 0.0011228800013430911,
    howto: 0.0015259125610204663,
    security: 0.00040899787751545085,
  });
  expect(predict(row)).toStrictEqual({ label: "billing", probability: 0.9945710849762529 });
});

test("explanations sum to their answers, bit for bit", () => {
  for (const row of [
    emptyRow,
    {
      ...emptyRow,
      created_at: "2026-02-06T14:20",
      channel: "Web",
      plan: "free",
      country: "Colombia",
      language: "en",
      tenure_days: 9,
      attachments: 0,
      subject: "blocked",
      body: "me say account is locked for security reason. what reason? i only try 3 password",
    },
    {
      ...emptyRow,
      created_at: "2026-04-29T15:07",
      channel: "Email",
      plan: "pro monthly",
      country: "USA",
      language: "en",
      tenure_days: 222,
      attachments: 0,
      amount: "$58",
      subject: "was told 50% off for open source maintainers",
      body: "got approved for the OSS discount in feb (mail from 'Marlo'). coupon OSS50 was accepted, green tick. still $58 in march. still $58 in april. apply it backwards?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-08T16:13",
      channel: "Web",
      plan: "Pro",
      country: "Brazil",
      language: "pt",
      device: "Chrome / Win 11",
      tenure_days: 188,
      attachments: 1,
      amount: "R$ 450,00",
      subject: "Link de pagamento dá erro",
      body: 'Minha aluna tenta pagar e aparece "Algo deu errado (PX-17)". Testei com meu próprio cartão, mesmo erro. Até sexta passada funcionava. Segue print.',
    },
    {
      ...emptyRow,
      created_at: "2026-06-05T17:02",
      channel: "chat",
      plan: "Pro",
      country: "US",
      language: "en",
      tenure_days: 112,
      subject: "plan",
      body: "pause possible? on sabbatical for 3 months and dont need it. if not then just end it",
    },
    {
      ...emptyRow,
      created_at: "2026-02-18T10:40",
      channel: "web form",
      plan: "Pro",
      country: "Lithuania",
      language: "en",
      device: "Win 11",
      tenure_days: 450,
      attachments: 0,
      subject: "Recurring invoice for every second Friday",
      body: "Would you be so kind to explain me, is there existing some way to make that an invoice repeats itself each second Friday, but not in July, because in July my customer has holidays and gets angry. I have found weekly and monthly only. Maybe with some trick?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-12T15:58",
      channel: "Email",
      plan: "biz",
      country: "USA",
      language: "en",
      tenure_days: 901,
      attachments: 1,
      subject: "mail pretending to be you, asking us to 're-verify SSO'",
      body: 'Two of our accountants got this from <email-mdqc>:\n\n"Your identity provider trust expires in 24h. Re-upload your private key to stay connected."\n\nObviously nobody should upload a private key anywhere. One of them did enter her password though. Header dump attached (Received: from <ip-cmhr>). Please look into takedown and tell us if her session was used.',
    },
    {
      ...emptyRow,
      created_at: "2026-05-14T12:56",
      channel: "chat",
      plan: "Team",
      country: "Canada",
      language: "en",
      device: "iPhone SE",
      tenure_days: 58,
      attachments: 0,
      body: "face id: try again. try again. try again. its MY FACE. pin? what pin, never made one",
    },
    {
      ...emptyRow,
      created_at: "2026-07-29T10:22",
      channel: "chat",
      plan: "PRO (annual)",
      country: "USA",
      language: "en",
      device: "iPhone 12",
      tenure_days: 457,
      attachments: 0,
      subject: "receipt",
      body: "need ur receipt for july w my LLC name on it not my personal name. tax lady wants it",
    },
    {
      ...emptyRow,
      created_at: "2026-05-02T19:33",
      channel: "App Store",
      country: "France",
      language: "fr",
      device: "iPhone 15",
      subject: "Dommage",
      body: "Depuis la 9.2 impossible de signer un devis au doigt, le trait part dans tous les sens. On dirait la signature de mon chat.",
    },
    {
      ...emptyRow,
      created_at: "2026-04-03T11:10",
      channel: "web form",
      plan: "Pro",
      language: "en",
      device: "Win 11 / Chrome",
      tenure_days: 365,
      attachments: 0,
      subject: "stop",
      body: "stop emailing me stop renewing me stop. end of the period is fine, just make it the last one",
    },
    {
      ...emptyRow,
      created_at: "2026-04-05T23:16",
      channel: "chat",
      plan: "trial",
      country: "US",
      language: "en",
      device: "chrome",
      tenure_days: 11,
      attachments: 0,
      body: "can two people track time on one project on the solo plan or nah",
    },
    {
      ...emptyRow,
      created_at: "2026-03-18T09:23",
      channel: "e-mail",
      plan: "Pro",
      country: "US",
      language: "en",
      tenure_days: 820,
      attachments: 0,
      subject: "login from Riga",
      body: "I have never been to Riga.",
    },
    {
      ...emptyRow,
      created_at: "2026-05-28T13:24",
      channel: "Web",
      country: "US",
      language: "en",
      subject: "Unlock my account",
      body: "please",
    },
    {
      ...emptyRow,
      created_at: "2026-03-30T08:14",
      channel: "email",
      plan: "Team",
      country: "France",
      language: "en",
      tenure_days: 233,
      attachments: 0,
      order_ref: "#88590",
      amount: "€ 96",
      subject: "URGENT!!",
      body: "96 € have leave our account this night, then again 96 € at 6 h. Give back one, please, the account go in red.",
    },
    {
      ...emptyRow,
      created_at: "2026-01-19T14:25",
      channel: "Email",
      plan: "Team",
      country: "USA",
      language: "en",
      device: "Win 11 / Chrome",
      tenure_days: 182,
      attachments: 1,
      subject: "Checkout button on hosted payment page does nothing",
      body: "Our clients get your hosted pay page, hit Pay now, spinner, then nothing. Console:\n\nRefused to load the script because it violates the following Content Security Policy directive: \"script-src 'self'\"\n\nReproduced on Chrome 131 and Firefox. Safari ok. Money is literally stuck until this is sorted.",
    },
    {
      ...emptyRow,
      created_at: "2026-01-22T11:15",
      channel: "Web",
      plan: "Pro",
      country: "Deutschland",
      language: "de",
      device: "Win 11 / Firefox",
      tenure_days: 1402,
      attachments: 0,
      subject: "Kündigung",
      body: "hiermit kündige ich mein abo zum nächstmöglichen zeitpunkt. bestätigung bitte per mail an <email-gvdp>",
    },
    {
      ...emptyRow,
      created_at: "2026-04-08T15:44",
      channel: "Email",
      plan: "Pro",
      country: "Iceland",
      language: "en",
      tenure_days: 290,
      attachments: 0,
      subject: "Reminder text",
      body: "The automatic reminder is very rude in Icelandic, it says roughly 'pay, you'. Where do I write my own text? I have looked in templates, there is only for the invoice mail itself.",
    },
    {
      ...emptyRow,
      created_at: "2026-07-20T09:08",
      channel: "e-mail",
      plan: "Team",
      country: "South Africa",
      language: "en",
      attachments: 1,
      subject: "Sawubona, a worry",
      body: "Someone with the name 'Northbeam Rewards' is asking our staff on e-mail to scan a QR and log in to get back R500. Two of the ladies have scanned and typed in everything, shame. Their password they have since changed. The site address was northbeam.rewards.example.org. Can you kill it before month-end when everyone is looking for money?",
    },
    {
      ...emptyRow,
      created_at: "2026-05-29T11:48",
      channel: "Web",
      plan: "Business (annual)",
      country: "Denmark",
      language: "en",
      device: "Edge / Win 11",
      tenure_days: 311,
      attachments: 0,
      body: "SAML clock skew. Response IssueInstant 11:46:02, your server thinks it's 11:39. \"Assertion is not yet valid\". You're 7 min slow, NTP died?",
    },
    {
      ...emptyRow,
      created_at: "2026-06-24T10:48",
      channel: "web form",
      plan: "Pro",
      country: "Belgium",
      language: "en",
      device: "Chrome",
      tenure_days: 432,
      attachments: 0,
      order_ref: "NB-2026-0918",
      amount: "two payments of 29",
      subject: "Same amount, two times, one month",
      body: "Dear, I pay since long time 29. In June on 3 and on 21 it was each time 29. The 21 is not normal for me. If you changed the date of payment, ok, but then not two times in one month isn't it.",
    },
  ]) {
    const { baseline, contributions, ...answer } = explain(row);
    expect(contributions.reduce((total, one) => total + one.effect, baseline)).toBe(answer.probability);
  }
});
