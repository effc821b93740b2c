import texts from "./en.json";
import fields from "./fields.en.json";

export default { texts, fields };
