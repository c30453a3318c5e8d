/**
 * Words of questions, folded: they say what is asked, not what it is about. Kept together so that the reading of
 * an intent and the weighing of content see the same words.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Single syllables without content of their own. */
export const STOP_SYLLABLES = words(`
  la thi ma va voi cua cho cac nhung mot co khong ko duoc bi o tai trong ngoai tren den tu ve theo nay kia do day ay the nao gi
  sao ra vay hay hoac cung con da dang se moi rat qua lam phai nen de khi neu vi nhu thay a oi nhe nha ne u um ha nhi ad admin mng
  sop shop ta toi minh em e anh chi ban bac co chau ong ba chung tao to tui ho xin vui long giup hoi muon biet cho noi neu xem
  tim kiem cau tra loi please giup thanks cam on bao nhieu may bn nhiu het ca ai dau luc bao gio the nao ntn ntnao j z v vay zay
  hok hong k dc vs nhung roi luon di len xuong vao chua hon kem nhat bang nhau giong khac so sanh nghe noi thay bao hinh
  dinh du kien dat dat_ra tinh phan tram muc ty ti le dap ung duoi tren khoang toi thieu thuc hien viec lo phan vu mang chuyen chu
  nam thang ngay hien trang hien_nay hien_tai trien khai ghi thuoc dien truong hop cu nguoi
  what which who whom how many much is are was were be the a an of in on at to for from by with and or does do did will would can could should
  there this that these those it its they them their we our you your i my me am any some share percent percentage figure number
  under about as per say says said tell give please town city ward district province commune get gets have has had
`);

/** Content that every programme is full of: it tells passages apart but little. */
export const WEAK_SYLLABLES = words(`
  chuong trinh van ban nghi quyet 42 nq tw ke hoach thi xa thanh pho phuong tinh dia ban chi tieu muc tieu cu the nhiem vu giai phap
  nha nuoc chinh sach xa hoi tai lieu noi dung quy dinh programme program resolution document policy target goal
`);
