import type { AssignmentRole } from "../facts/assignment.ts";
import type { Demand, DocumentFacet, Intent } from "./query.ts";

/** What a question asks for, read from its words of asking. Every pattern is folded and sees the text between blanks. */
export interface IntentReading {
  readonly intent: Intent;
  readonly also: readonly Intent[];
  readonly facets: readonly DocumentFacet[];
  readonly demand: Demand | null;
  readonly roles: readonly AssignmentRole[];
  readonly asksConfirmation: boolean;
  readonly leaning: boolean;
  /** It says itself how it is to be answered («xử lý sao?», «có … không?»): what the turn before asked does not carry over. */
  readonly asksHow: boolean;
}

const BODY =
  /( ai | a i | co quan (nao|gi|chu tri|chi dao|tham muu|thuong truc|phoi hop)| don vi (nao|gi|chu tri)| ben nao (lo|lam|chi dao|chu tri|phu trach|duoc giao|giam sat|o )| ben nao | phong nao |(?<! van| dia| tai| cac)( ban) nao | so nao | to chuc nao | (chu tri|phu trach|dam nhan|tham muu|chi dao|thuong truc|dau moi) .{0,40}(nao|gi|ai|khong|dung) | giao (cho )?(ai|co quan|don vi) | dau moi | nhung ai | who | whose | which (body|bodies|agency|agencies|office|offices|department|departments|unit|units|committee|committees|organi[sz]ations?)|what (body|agency|office)| in charge | responsible | (standing|lead|leading) (agency|body|office|department) )/;
/** «Ưu tiên ai», «dành cho ai»: who benefits, not who does it. */
const BENEFICIARY =
  /( who (will |would |should )?(pays?|funds?|finances?) | (uu tien|danh cho|ap dung cho|ho tro|tro cap|giup|doi tuong) (nhung )?(ai|doi tuong nao)| nhung ai duoc | ai (thi )?duoc |(?<! giao)( cho) (nhung )?ai | ai lo cho (toi|em|minh|tui|con|chau|nha|me|ba|bo|cha|ong) | (so voi|ngang voi|bang) ai |(?<!do|giao|giao cho|boi|la|thuoc|thuoc ve|cua|nho|hoi|gap) (khen thuong|ton vinh|cuu tro|cham lo|cham soc|giup do|bao ve|van dong|dao tao|giam sat|kiem tra|xoa|moi|gom) (nhung )?ai $)/;
/** «Có ai kiểm tra không?» asks whether, not who. */
const WHETHER = / co ai .{1,60} (khong|ko|k|hong|hok|chua) /;
const TIME =
  /( khi nao | bao gio | luc nao | moc nao | moc thoi gian | (tu|den|vao|toi|trong|nhung|cac)? ?nam nao | thang may | ngay nao lam | thoi gian (the nao|thuc hien|trien khai|nao|bao lau|ra sao|la|lam)?| thoi han | thoi diem | tien do (the nao|ra sao)| bao lau | bao nhieu lau | han chot | (moi )?bat dau | ket thuc | tu nam nao | sang (nam )?20\d\d | deadline | when | how long | by what year | which years? | what year | timeline | time ?frame )/;
const FIGURE =
  /( (what is|how (large|big) is) the population |^ (dan so|so dan|quy mo dan so|dien tich( tu nhien)?|so (luong )?(dang vien|dan|ho|ho dan|km|truong|tram|can bo|lop|giao vien|hoc sinh|doanh nghiep)( \S+){0,3})( cua)?( (thi xa|thanh pho|phuong|xa|tinh|huyen))? $| bao nhieu | bn | may (phan tram|%|ho|nhom|can|bac|giuong|tuoi|nam|phuong|xa|truong|m2|met|nguoi|cai|ty|trieu|diem|con)| muc nao | con so (nao|bao)| ti le | ty le | chi tieu | la may | dat may | toi may | den may | may % | dat bao | how many | how much | what (\S+ ){0,2}(share|percentage|proportion|percent|rate|figure|number|target|is the target) |targets? |percent | % |muc do may | phan may )/;
/** Only a number answers these, whoever asks. */
const STRONG_FIGURE =
  /( bao nhieu (phan|%|nguoi|ho|can|giuong|bac|nam|tuoi|truong|m2|met|ty le|ti le)| bao nhieu $| may (phan tram|%|ho |can |bac |giuong|tuoi|m2|met|cai) ?| la may | dat may | how many | what (share|percentage|proportion|percent) )/;
const LIST =
  /( liet ke | chi tieu nao (dat |o muc |co )?(tren|duoi|hon|bang|lon|nho|cao hon \d|thap hon \d|toi thieu|it nhat|tu) ?\d?| chi tieu nao \d| ke (het|ra|ten|giup|cac|nhung|may|coi|toan bo) |^ (hay |em |anh |ban )?ke cho |(?<! lap| len| trong)( danh sach) | nhung (chi tieu|nhiem vu|muc tieu|giai phap|nhom|co quan|nhom nhiem vu|viec) .{0,30}nao|^( \S+){0,2} (cac|nhung|ds|tong hop) (chi tieu|nhiem vu|muc tieu|con so|nhom chi tieu|nhom nhiem vu|ct) | tat ca (cac )?(chi tieu|nhiem vu|muc tieu)| toan bo (cac )?(chi tieu|nhiem vu)| may nhom (?=nhiem vu |giai phap |chi tieu |muc tieu |nao |gi |the |vay |$)| (co|gom) may (nhom )?(nhiem vu|giai phap|chi tieu) | bao nhieu (chi tieu|nhom|nhiem vu)| (nhung|cac) (chi tieu|nhiem vu|muc tieu)( \S+){0,6} (la gi|gi|nao|the nao|ra sao) $| ds | tong hop (cac )?(chi tieu|nhiem vu) | list | name all |(tell|give|show) me (all )?(the )?(targets|tasks|objectives|goals) | tom tat | noi dung chinh | tong quan | summar(y|ise|ize) | overview | main (points|contents?) | what are the (targets|tasks|main|objectives) | all (the )?(targets|tasks|objectives) )/;
const COMPARE =
  /( so sanh | so voi (?!(ai|cai gi|gi) )| doi chieu | khac (nhau|gi|the nao|ra sao|biet)| giong (nhau|khong|nhu)| (cao|thap|nhieu|it|lon|nho) hon | hon kem | bang nhau | chenh | ben nao (cao|thap|dat|nhieu|it|hon)| noi nao (cao|thap|dat muc|nhieu|it)| deu (ghi|co|dat|neu|giao|de|la) | cung (ghi|dat|co|neu) | (noi|dia phuong|cho) nao .{0,40} nhat | compare | comparison | versus | vs | higher | lower (?!secondary)| differ| difference | same as | the same )/;
const ENTITLEMENT =
  /( (duoc|dc|co) (duoc )?(giup( do)?|ho tro|tro cap|huong|vay|mua|nhan|mien|giam|uu tien|cap|thue)| co (duoc|dc) | ho tro (gi|khong|nhu the nao|nao|j)| quyen loi | che do (gi|nao)| (nha|gia dinh|me|ba|bo|cha|con|chau|vo|chong|ong|ba noi|ba ngoai) (toi|em|e|minh|tui|chau|con) | (toi|em|minh|tui|chau|e) (la|thuoc|bi|vua|dang|o|muon(?! (biet|hoi|xem|tim|nghe|doc|hieu|so sanh))|song|co duoc|70|80|60) | thuoc dien | co trong dien | truong hop (cua )?(toi|em|nhu)| entitled | eligible | will (the state|they|the town|the city|the ward)| can i | do i | am i | i'm | i am | my (mother|father|family|child|house|grandmother|grandfather) | support for me )/;
const DUTIES =
  /( (duoc |dc )?giao (lam )?(gi|j|nhung gi|nhiem vu gi|viec gi|nhung viec|cac viec|nhung nhiem vu|cong viec|the nao)| (co )?nhiem vu (gi|j|nao|la gi)| co (nhung )?viec gi (?!lam )| (lam|lo|phu trach|chiu trach nhiem) (nhung )?(gi|j|viec gi|ve viec gi|nhung viec)| trach nhiem (gi|cua|la gi)| vai tro (gi|cua|la gi)| what (is|are|does|do|must|should) .{0,60}(do|responsible|assigned|role|duty|duties|task)| tasked with )/;

const DOCUMENT: readonly (readonly [DocumentFacet, RegExp])[] = [
  [
    "number",
    /( so may | so (cua )?(van ban|vb|chuong trinh) (la )?(gi|nao|bao nhieu|may)|^ so (hieu )?(cua )?(van ban|vb|chuong trinh)( nay| do)? $| (van ban|vb|chuong trinh) .{0,30}co (ghi |danh )?so (khong|chua|ko|k|hieu) | so hieu |(?<! dan| ti| muc| chi) so bao nhieu | van ban so | (vb|van ban|chuong trinh|cthd) .{0,30} so (nao|gi)| document number | number of the document | reference number | what number | does .{0,40} have a number )/,
  ],
  [
    "date",
    /( ngay (thang )?(may|nao|ban hanh|bao nhieu|ky|ra)| ky ngay | ban hanh (ngay|khi|luc|nam|thang|bao gio)| ra (ngay|doi( ngay| nam| khi)?) | ngay bn | (de|ghi|ra|ban hanh) (ngay )?thang (may|nao)| thang may nam nao| (thang|nam) nao ban hanh| thang nao ban hanh | date of (the )?(document|issue)| when (was|were|did) .{0,40}(issued?|signed?|adopted?|approved|published|passed)| dated | issue date | date $| (what|which) (date|day) |^ ngay ky |(nam|thoi diem|thoi gian) ban hanh )/,
  ],
  [
    "signatory",
    /( ai (da |se |dat but |la nguoi )?ky | nguoi ky | ky (ten|van ban|voi|thay|duoi|boi)| chuc vu | chu ky | da ky | duoc ky | who signed | signed by | signatory | signature | in what capacity | signed )/,
  ],
  [
    "issuer",
    /( ai ban hanh | (co quan|don vi|cap|ben|to chuc) nao (ban hanh|ra|soan|xay dung|phat hanh)| do (ai|co quan nao|don vi nao|cap nao) (ban hanh|ra|soan|xay dung)| noi ban hanh | co quan ban hanh | who issued | issued by | issuer | which body issued )/,
  ],
  [
    "status",
    /( du thao | chinh thuc | da (duoc )?(ban hanh|duyet|phe duyet|thong qua|ky)( chua)?| ban hanh (chinh thuc )?chua | (da |co )?hieu luc | ban nhap | is it a draft | draft | official | in force | approved | adopted | (ban|phai) (goc|tom (tat|luoc)|nguyen van)( |$)| nguyen van hay | ban chinh (hay|khong|ko|k|a)? ?$| original (text|document|version) | summary | digest | (is|it) (\S+ ){0,6}final |finali[sz]ed | (been|already|actually|yet|officially) (issued|published|signed|promulgated|released) | (issued|published|signed|approved) yet )/,
  ],
  [
    "basis",
    /( can cu | dua (tren|vao|theo) | thuc hien (nghi quyet|ke hoach|van ban|chuong trinh) (nao|gi|so may)| trien khai (nghi quyet|van ban|ke hoach) nao | (chuong trinh|ke hoach|nghi quyet|van ban|cthd) nao cua (tinh|trung uong|thanh uy|tinh uy|cap tren|bo chinh tri|thi uy)| cap tren | cu the hoa (nghi quyet|van ban) | theo (nghi quyet|ke hoach|chuong trinh) nao | legal basis | based on (which|what) (programme|program|plan|resolution|document|law)| which (provincial |central |national )?(programme|program|plan|resolution|directive|document) (does|do|is)| implements? (which|what)| which (resolution|plan|document) .{0,30}(implement|based|carry)| (programme|program|plan|document|it) carr(y|ies) out | carr(y|ies) out (which|what) |(which|what) .{0,60}(plan|programme|program|resolution|document|directive)s? .{0,60} (carry out|rest on|rests on|build on|stand on|follow) )/,
  ],
  [
    "recipients",
    /( noi nhan | gui (bao cao )?((cho|toi|den|ve|di) )?((nhung|cac) )?(ai|dau|noi nao|cho nao|co quan nao|don vi nao|dong chi nao|den dau) | duoc gui | nguoi nhan | recipients? | sent to | addressed to )/,
  ],
  [
    "place-name",
    /( ten (cu the |day du |chinh xac |that )?(la )?(phuong|xa|dia phuong|thi xa)( gi| nao| ay| nay| do)?| (?<!thi |cua |o )(phuong|xa) (ten )?(la )?(gi|nao) (vay|the|day|ha|nhi|a|z)? ?$| (la|thuoc) phuong (nao|gi) | (phuong|xa) (nay |do |ay )?ten gi | (phuong|xa) (ay|do|nay) (ten|la phuong) | phuong nao (cua|o|thuoc) | name of the ward | what is the ward called | which ward is )/,
  ],
  [
    "title",
    /( ten (day du |chinh thuc |goi )?(cua |la )?(van ban|vb|tai lieu|chuong trinh|nghi quyet|ke hoach|cthd)| (van ban|vb|tai lieu|chuong trinh|nghi quyet|ke hoach|cthd) (nay |do |ay )?(co )?ten (day du |chinh thuc )?(la )?(gi|the nao)| tieu de | trich yeu | (van ban|vb|chuong trinh|nghi quyet|ke hoach|quyet dinh|nghi dinh|luat|chi thi|thong tu|cong van|qd|nd|nq|kh|ct)( so)?( \S+){0,7} (noi ve|quy dinh ve|ve) ((viec|van de|cai) )?(gi|j) | (full |official )?(title|name) of the .{0,30}(documents?|programmes?|programs?|resolution|plan) | (documents?|programmes?|programs?|resolution|plan)( s)? (full |official )?title | what is .{0,30}called )/,
  ],
  [
    "follows",
    /( (noi tiep|tiep noi|ke thua|ke tiep|thay the|thay cho) (cac )?(nghi quyet|van ban|chuong trinh|ke hoach|cai|ban) (nao|gi|so may)| (nghi quyet|van ban|chuong trinh) (nao )?truoc do | (succeeds?|follows?|continues?|replaces?|builds? on) (which|what)|(which|what) .{0,30} (succeed|follow|continue|replace|build on)\w* )/,
  ],
  [
    "conference",
    /( (hoi nghi|dai hoi|ky hop|khoa) (nao|may|lan (thu )?may|thu may)| tai hoi nghi | lan thu may | (which|what) (conference|plenum|plenary|congress|session) )/,
  ],
  [
    "effect",
    /( hieu luc .{0,25}(khi nao|ngay nao|bao gio|luc nao|nam nao|thang nao|ngay may|tu khi|tu ngay) | (khi nao|bao gio|ngay nao|luc nao) .{0,25}hieu luc | ngay (co )?hieu luc | (come|enter)s? into force | takes? effect | effective (date|from) )/,
  ],
  [
    "repeals",
    /( (thay the|thay cho|bai bo|huy bo|lam het hieu luc)( cho)?( nhung| cac)?( van ban| nghi dinh| luat| quyet dinh| thong tu| nghi quyet| quy dinh| ke hoach| chuong trinh| chi thi| cai)?( so)? (nao|gi) | het hieu luc (\S+ ){0,3}(nao|gi) | (replaces?|repeals?) (which|what) |(which|what) .{0,30} (replace|repeal)\w* )/,
  ],
  [
    "amended",
    /( (duoc|bi|da) (\S+ )?sua doi .{0,20}(nao|gi|may|chua) | sua doi (bo sung )?(boi|may lan|lan nao) | amended by )/,
  ],
  [
    "size",
    /( (co|gom) (may|bao nhieu) (chuong|dieu(?! kien))( |$)| (may|bao nhieu) (chuong|phan) (va )?(may|bao nhieu) dieu | how many (articles|chapters) )/,
  ],
  [
    "validity",
    /( con (hieu luc|ap dung|gia tri|ton tai)| het hieu luc | bi thay the | da (sap xep|giai the|sap nhap)| bay gio (la|thuoc) | hien nay (la|thuoc) (phuong|xa|dau|don vi)| still (in force|valid|exist)| replaced | merged )/,
  ],
];

const DEMANDS: readonly (readonly [Demand, RegExp])[] = [
  [
    "contact",
    /( (?<!^( \S+){20,} )(so dien thoai|so dt)(?! toi) | sdt | dien thoai (\S+ ){0,6}?(la )?(so )?(gi|nao|may|bao nhieu) ?(\S+ ){0,2}$| (goi|bao|alo|lien he) (so|may) (nao|may|gi) | duong day nong | hotline | lien he (o dau|so nao|ai|the nao)| dia chi | email | zalo | website | gap ai o dau | phone | address | contact | tong dai | fanpage | facebook )/,
  ],
  [
    "price",
    /((?<! tham) gia (bao nhieu|ban|mot met|thue|m2|mua|ca|nha|bn|moi)(?= )| bao nhieu (mot|1|\/) ?(met|m2|m|can)| bao nhieu tien (mot|1|moi) (met|m2|can)| bao nhieu mot met | price | cost of a | how much (is|does) (a|an|the) (flat|apartment|house|unit) )/,
  ],
  [
    "budget",
    /( kinh phi (?!.*( tu dau| nguon nao| do ai| ai (bo tri|chi|lo)| lay o dau| o dau))| tong von | von dau tu (la )?bao nhieu| ngan sach (la )?bao nhieu| (bao nhieu|bn|may) (ty|ti|trieu|nghin ty) | tong muc dau tu | chi bao nhieu tien | budget | funding amount | total cost | von (la )?bao nhieu )/,
  ],
  [
    "money",
    /( may (tram|chuc|trieu|nghin) (?!nam|thang|tuoi|nguoi|ho|ngay)| bao nhieu (tram|chuc) (nghin|trieu)| muc (tro cap|ho tro|huong|tien|vay|luong|dong|chi|phu cap|thuong|phat) | (bao nhieu|bn|may) (tien|dong|trieu|nghin|ngan|k) | tien (tro cap|ho tro) (la )?(bao nhieu|bn)| (tro cap|phu cap|mai tang phi)( \S+){0,5} (la |muc |duoc ){0,2}(bao nhieu|bn|may) (?!phan|%|nguoi|doi|ho|che do|loai|khoan|chinh sach|nam|thang|lan|ngay|tuoi)| bao nhieu (mot|moi|1|\/|hang|hang) ?thang | moi thang (duoc )?(bao nhieu|may)| (tro cap|ho tro|vay|vay duoc|huong|nhan|linh|cho vay|thuong|phat|lai suat)( duoc| toi da| hang thang| hang thang| moi thang| them)* (bao nhieu|bn|may)( tien)? (?!phan|%|nguoi|doi|ho|che do|loai|khoan|chinh sach|nam|thang|lan)| lai suat | how much (money|is the (\S+ ){0,2}(allowance|benefit|pension|subsidy|stipend|support|fee)s?|per month|will i get|cash|do i get|can i borrow|would i get)| amount | vnd )/,
  ],
  [
    "procedure",
    /^(?!.* ((bao nhieu|may) (%|phan tram)|lau roi|chua xong|con vuong|vuong mac|cu vuong|dut diem|huong gi) ).*( thu tuc (?!hanh chinh)(?=.* (gi|j|nao|the nao|ra sao|sao|o dau|can|gom|may|ntn) |(\S+ ){0,4}$)(?!.* (bot|giam|don gian|cai cach|rut ngan|cong khai) )| ho so (gi|can|gom|nhu the nao|dang ky|o dau|lam|xin(?! .*(xu ly|giai quyet|vuong))|de (xin|duoc|huong|nhan)|huong)| lam ho so | giay to (gi|nao|can|gom|j|nhu the nao) | can (nhung )?giay to | nop (o dau|ho so|don|cho ai)| dang ky (o dau|nhu the nao|the nao|ra sao)| don xin | mau don | cac buoc | quy trinh (xin|nop|lam|dang ky)| can (giay|nop|chuan bi) | xin o dau | lam (giay|the|ho so|don|thu tuc)( \S+){0,3} o dau | den dau (de|lam|xin|nop)| how (do|can) i (apply|register)| how to apply | documents? (do i )?need|paperwork | procedure | where (do|can) i (apply|register) )/,
  ],
  [
    "person",
    /( (chu tich|bi thu|pho chu tich|truong phong|giam doc|truong ban|nguoi dung dau|lanh dao) .{0,40}(la ai|ten gi|ten la|hien nay)|ai (la|dang la|lam|giu chuc) (chu tich|bi thu|pho |truong |giam doc|hieu truong)|who is the (chair|secretary|head|mayor|director) )/,
  ],
  // «Xây ở phường nào?»: where a thing stands or will; not «nơi nào có», which asks every place, nor where people go.
  [
    "whereabouts",
    /( (nam|dat|xay|xay dung|lam|mo|bo tri|toa lac|trien khai|thuc hien|o|tai|thuoc) (o |tai |tren |thuoc |cho |dia ban )*(phuong|xa|huyen|duong|thon|khu pho|to dan pho|khu vuc|khu dat|thi tran|vi tri|dia diem|dia chi) (nao|gi|may|mo) | (nam|dat|xay|xay dung|toa lac|bo tri)( no| them| moi)? (o |tai )?(dau|cho nao|noi nao|cho mo|mo)( \S+){0,2} $| (o|tai) (cho nao|khuc nao|cho mo) ( \S+){0,2}$|(?<!tien|von|ai|lam|nop|xin|hoc|mua|vay|kham|cap|ban|nhan|song|chua|dang ky) (o|tai) (cho nao|khuc nao|cho mo)( \S+)? $|^(?!.* (i|we|my|people|residents|one) )(.* )?where (is|are|will|would|does|do|was|were)( \S+){1,9} (located|built|stand|lie|situated|placed|set up|build|located in|go|be) |^ where (is|are) (the |its |this |that )?\S+( \S+){0,5} $| and where (is|are) (it|they) | in which (ward|commune|district|street) | (which|what) (ward|commune|street) (is|are|will) .{0,40}(in|built|located|situated) )/,
  ],
  // «Tên là gì?», of a thing that the text speaks of; the text's own title is another matter.
  [
    "name",
    /( (?<!(ke|neu|liet ke|doc|co|ghi) )ten (cua |cac |nhung |may )(?!.* (co quan|don vi|van ban|chuong trinh|ke hoach|nghi quyet))(\S+ ){1,8}(la )?(gi|chi|j|ai|nao)( \S+)? $| (ten|goi)( la)?( cai| cho| ho| ong| ba| co| truong| du an)? (gi|chi|j)( \S+)? $|^ ten cac | (chu dau tu|nha thau|don vi thi cong|cong ty xay dung)( \S+){0,3} (ai|gi|nao|j)( \S+)? $| (cong ty|nha dau tu|nha thau|chu dau tu) nao (xay|lam|dau tu|trung thau|thi cong) | what (is|are) the names? of | what (is|are) .{1,60} (named|called) | name of the (?!ward|document|programme|program|resolution|plan|town|city) )/,
  ],
  // «BHTN là gì», but not «chỉ tiêu về BHTN là gì».
  [
    "meaning",
    / (viet tat (cua|cho) (gi|tu gi|tu nao|cum tu nao)|what does( \S+){1,4} (mean|stand for)|stands? for what|(meaning|definition) of) |^ what (is|are) (an? )?(?!it |this |that |there |your |wrong |new |next )\S+ $|^(?!.* (chi tieu|muc tieu|nhiem vu|giai phap|co quan|don vi|so|vai tro|trach nhiem|noi dung|tam nhin|quan diem|muc dich|yeu cau|ten|phuong|xa(?! hoi)|thi xa|thanh pho|can cu|van ban|chuong trinh|ke hoach|nghi quyet|ho tro|che do|chinh sach|quyen loi|dieu kien|muc|phan|viec|chuc vu|dau moi|ket qua|doi tuong) )( \S+){1,8} (la gi|la j|nghia la gi|nghia la sao|co nghia gi|la the nao) $|^ y nghia (cua )?/,
  ],
  [
    "actual",
    /( (hien nay|hien tai|thuc te|hien dang|bay gio|tinh den nay|den nay|nam ngoai|nam nay|qua|vua qua)( da)?( (la|dat|co|con))? (duoc )?(bao nhieu|bn|may)| thuc te | da dat (duoc )?bao nhieu | ket qua (dat|thuc hien) | hien trang | currently | right now | so far | actual | at present | last year )/,
  ],
];

const ROLES: readonly (readonly [AssignmentRole, RegExp])[] = [
  [
    "standing",
    /( thuong truc (?!thanh uy|tinh uy|thi uy|hdnd|dang uy)|standing (body|agency|office|unit)|focal point)/,
  ],
  ["lead", /( chu tri | dau moi | dung dau | phu trach chinh | lead(s|ing)? )/],
  ["direct", /( chi dao | lanh dao (?!co quan)|direct(s|ed|ing)? )/],
  ["advise-execute", /( tham muu | advis(e|es|ing) )/],
  ["coordinate", /( phoi hop | coordinat)/],
  ["supervise", /( giam sat | theo doi | don doc | kiem tra | supervis| monitor| oversee)/],
  ["report", /( bao cao | tong hop | report)/],
];

const CONFIRM =
  /( (dung|phai|co phai) (khong|ko|k|hong|hok|ko a|khong a|chua)| co phai .{0,40} (khong|ko|k|hong) | dung (khong|ko|vay|the|roi|chu|ha)| phai (khong|khong a|ko)| ha | ha ad | a $| (right|correct|true|is it true|isn't it|really) | nghe (noi|bao|don|dau)| thay bao | nguoi ta (noi|bao) )/;
const LEAN =
  /^ (con|the con|the|vay con|vay|roi|va|and|what about|how about|so|thi|neu|nhu|the thi|ok|u|vang|da|a|ua|thoi|uh|then|also|nua|chi tiet) |( thi sao| thi the nao| thi ntn| thi bao nhieu| thi ai| nua khong|the nao nua| kia ) ?$|^( \S+){1,4} (thi sao|sao|the nao|nao|nhi) $/;
/** «Xử lý sao», «hướng dẫn thế nào», but not the bare «thì sao», «thế nào» of «còn Hà Tĩnh thì sao?». */
const HOW =
  /( (xu ly|giai quyet|tinh|lam|ho tro|huong dan|dam bao|bao dam|cham lo|quan tam|quan ly|to chuc) (\S+ ){0,4}?(sao|ra sao|the nao|nhu the nao|ntn|gi) )/;

/** «/doichieu», «đối chiếu với nghị quyết», «so với trung ương thì thế nào». */
const CROSS_CHECK = /^ doichieu |( doi chieu | cross ?check | tat ca .{0,20}so voi (nghi quyet|trung uong))/;
const DETAIL =
  /( chi tiet hon | cu the hon | ro hon | noi them | doc ca doan | xem ca doan | trich day du | nguyen doan | more detail|in full | tell me more )/;

/** Reads the intent from folded text with one blank at either end. `line` comes without its places. */
export function readIntent(line: string): IntentReading {
  const facets = DOCUMENT.filter(([, pattern]) => pattern.test(line)).map(([facet]) => facet);
  const demand = DEMANDS.find(([, pattern]) => pattern.test(line))?.[0] ?? null;
  const roles = ROLES.filter(([, pattern]) => pattern.test(line)).map(([role]) => role);
  const asked: Intent[] = [];
  if (CROSS_CHECK.test(line)) asked.push("cross-check");
  if (DETAIL.test(line)) asked.push("detail");
  if (COMPARE.test(line)) asked.push("comparison");
  if (demand !== "contact" && isAboutDocument(line, facets)) asked.push("document");
  if (LIST.test(line)) asked.push("list");
  if (DUTIES.test(line)) asked.push("duties");
  if (BODY.test(line) && !BENEFICIARY.test(line) && !WHETHER.test(line)) asked.push("body");
  if (TIME.test(line)) asked.push("time");
  if (STRONG_FIGURE.test(line)) asked.push("figure");
  if (ENTITLEMENT.test(line)) asked.push("entitlement");
  if (FIGURE.test(line) && !asked.includes("figure")) asked.push("figure");
  const social = readSocial(line);
  const isPlainSocial = asked.length === 0 || SELF.test(line) || social === "opinion";
  const intent = (isPlainSocial ? social : null) ?? asked[0] ?? "passage";
  return {
    intent,
    also: asked.filter((other) => other !== intent),
    facets,
    demand,
    roles,
    asksConfirmation: CONFIRM.test(line),
    leaning: LEAN.test(line),
    asksHow: HOW.test(line),
  };
}

/** Facets whose words speak of the text itself. */
const STRONG_FACETS: ReadonlySet<DocumentFacet> = new Set<DocumentFacet>([
  "number", "signatory", "basis", "recipients", "place-name", "issuer", "validity", "title", "follows", "conference", "effect", "repeals", "amended", "size",
]); // prettier-ignore

/** A facet counts as asked where the question is about the text itself rather than about a task in it. */
function isAboutDocument(line: string, facets: readonly DocumentFacet[]): boolean {
  if (facets.length === 0) return false;
  const strong = facets.some((facet) => STRONG_FACETS.has(facet));
  return (
    strong ||
    (facets.includes("status") &&
      / (ban hanh (chinh thuc|chua|roi)|chinh thuc ban hanh|da ban hanh|issued|final) /.test(line)) ||
    / (ngay ban hanh|ban hanh ngay|ngay ky|ban hanh (nam|thang) nao|nam ban hanh|ban hanh (khi|luc) nao|ban hanh bao gio) /.test(
      line,
    ) ||
    / (van ban|chuong trinh|tai lieu|cthd|vb|ban nay|nghi quyet|ke hoach|documents?|programmes?|programs?|resolution|plan|no|it) /.test(
      line,
    )
  );
}

/** «Bạn là ai, làm được gì?» asks about the assistant, whatever words of asking it holds. */
const SELF = /^ (ban|bot|tro ly|em|may) (la ai|ten gi|lam duoc gi|giup duoc gi|biet lam gi|co the lam gi) /;

function readSocial(line: string): Intent | null {
  if (
    / (do ngu|ngu vay|ngu the|dm|dcm|vcl|khon nan|mat day|cho chet|stupid|idiot|fuck|shit|do khung|vo dung|may ngu) /.test(
      line,
    )
  )
    return "abuse";
  if (
    / (theo (y )?(ban|bot|em|tro ly) (thi|thay|nghi|chuong trinh|van ban|nghi quyet)|(ban|em|bot) (nghi|danh gia|cam thay|thay) (sao|gi|the nao|nhu the nao)|(y kien|quan diem|suy nghi) (rieng )?(cua )?(ban|em|bot|tro ly)|tot hay (xau|do|khong)|hay hay do|what do you think|do you (think|like|agree)|(in )?your opinion) /.test(
      line,
    )
  )
    return "opinion";
  if (
    /^ (ok|oke|okay|okie|duoc roi|hieu roi|biet roi|tam biet|bye|goodbye|good bye|bai bai)( nhe| a| ban| em)? $/.test(
      line,
    )
  )
    return "thanks";
  if (
    /^ (cam on|thank|thanks|thank you|tks|ok cam on|da cam on|cam on ban|cam on nhieu|cảm ơn)/.test(line) ||
    / (cam on|thank you|thanks) /.test(line)
  )
    return "thanks";
  if (
    / (co tai lieu (cua )?(nhung )?(noi|dia phuong|dau)|co nhung (tai lieu|van ban|chuong trinh|du lieu)|tai lieu (cua )?nhung noi nao|biet nhung (noi|gi|van ban)|nguon (tai lieu|du lieu)|what documents|which documents do you|which places do you|nhung (van ban|tai lieu|dia phuong|noi) nao) /.test(
      line,
    )
  )
    return "sources";
  if (
    / (ban|may|you|bot|tro ly|em) (la ai|ten gi|lam duoc gi|giup duoc gi|biet lam gi|biet gi|co the lam gi|giup gi)|what can you do|who are you|^ (help|tro giup|huong dan|menu) $| huong dan (su dung|dung)|cach dung|hoi (duoc )?gi/.test(
      line,
    )
  )
    return "help";
  if (
    /^ (xin )?(chao|hello|hi|hey|alo|helo|good (morning|afternoon|evening)|a lo|kinh chao)( \S+){0,4} $/.test(
      line,
    )
  )
    return "greeting";
  return null;
}
